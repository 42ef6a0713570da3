using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Api;
using Bot.Conversations;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Tests.Scoring;
using Bot.Tests.Responses;
using Xunit;

namespace Bot.Tests.Scores;

/// <summary>The way from a file of answers to the API gives the figures that the report of 2025 printed, within its own rounding.</summary>
public sealed class PublishedTablesTests
{
    private const double MeanTolerance = 0.0101;
    private const double FullTolerance = 0.151;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_tables_come_out_of_the_api_as_printed()
    {
        await using var host = await BotHost.StartAsync();
        host.Client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", await host.Get<ApiKeys>().CreateAsync(StaffRole.Administrator, "test", Stop));
        var ids = host.Get<ServiceCatalogue>().Services.ToDictionary(s => s.Section, s => s.Id);
        using var body = new StringContent(File(ids, [.. host.Get<ScoringForms>().Items]), Encoding.UTF8, "text/csv");
        var imported = await host.Client.PostAsync("/api/v1/responses/import", body, Stop);
        Assert.True(imported.IsSuccessStatusCode, await imported.Content.ReadAsStringAsync(Stop));
        await new ScoreDesk(host).FoldAsync();
        var figures = 0;
        foreach (var table in PublishedTables.All.Scores.Where(t => t.Misprint is null))
        {
            var service = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/scores/services/{ids[table.Service]}", Stop);
            figures += AssertPrinted(table, service.GetProperty("forms").GetProperty(table.Form));
        }

        Assert.True(figures > 500, $"Only {figures} figures were compared.");
    }

    private static string File(Dictionary<string, string> ids, string[] items)
    {
        var file = new ResponseCsv(items);
        foreach (var table in PublishedTables.All.Scores)
        {
            foreach (var (i, ratings) in RespondentMaker.Make(table).Index())
                file.Line($"t{table.Table}-{i}", ids[table.Service], table.Form, ratings: ratings);
        }

        return file.ToString();
    }

    private static int AssertPrinted(PublishedScores table, JsonElement form)
    {
        var zones = form.GetProperty("providers").EnumerateObject().ToDictionary(p => p.Value.GetProperty("zone").GetString() ?? "", p => p.Value.GetProperty("score"));
        (string Name, PublishedFigure Printed, JsonElement Score)[] pairs =
        [
            ("overall", table.Overall, form.GetProperty("score")),
            .. table.Criteria.Select(c => (c.Key, c.Value, form.GetProperty("criteria").GetProperty(c.Key).GetProperty("score"))),
            .. table.Zones.Select(z => (z.Key, z.Value, zones[z.Key])),
        ];
        Assert.All(pairs, pair =>
        {
            Assert.Equal((double)pair.Printed.Mean, pair.Score.GetProperty("mean").GetDouble(), MeanTolerance);
            Assert.Equal((double)pair.Printed.Full, pair.Score.GetProperty("full").GetDouble(), FullTolerance);
        });
        return 2 * pairs.Length;
    }
}
