using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Api;
using Bot.Conversations;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Tests.Scoring;
using Bot.Tests.Managers;
using Bot.Tests.Responses;
using Xunit;

namespace Bot.Tests.Scores;

/// <summary>The way from a file of answers to the API gives the figures that the report of 2025 printed, within its own rounding.</summary>
public sealed class PublishedTablesTests
{
    internal const double MeanTolerance = 0.0101;
    internal const double FullTolerance = 0.151;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_tables_come_out_of_the_api_as_printed_and_the_chat_shows_the_same_digits()
    {
        await using var desk = await StaffDesk.OpenAsync();
        await SignInAsync(desk.Host);
        var ids = desk.Host.Get<ServiceCatalogue>().Services.ToDictionary(s => s.Section, s => s.Id);
        await ImportAsync(desk.Host, File(ids, [.. desk.Host.Get<ScoringForms>().Items]));
        var figures = 0;
        foreach (var table in PublishedTables.All.Scores.Where(t => t.Misprint is null))
        {
            var id = ids[table.Service];
            var form = (await desk.Host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/scores/services/{id}", Stop)).GetProperty("forms").GetProperty(table.Form);
            figures += AssertPrinted(table, form);
            var card = await desk.ScoresAsync(StaffRole.Administrator, "", press: $"s.-.{id}");
            Assert.All(InChat(form.GetProperty("score")), digits => Assert.Contains(digits, card.Text, StringComparison.Ordinal));
        }

        Assert.True(figures > 500, $"Only {figures} figures were compared.");
    }

    [Fact]
    public async Task All_region_tables_come_out_of_the_api_as_printed()
    {
        await using var host = await BotHost.StartAsync();
        await SignInAsync(host);
        var catalogue = host.Get<ServiceCatalogue>();
        var regions = new RegionSearch(catalogue);
        var ids = catalogue.Services.ToDictionary(s => s.Section, s => s.Id);
        await ImportAsync(host, RegionFile(ids, regions));
        foreach (var table in PublishedTables.All.Regions)
        {
            var rows = (await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/scores/regions/{ids[table.Service]}", Stop)).GetProperty("rows")
                .EnumerateArray().ToDictionary(r => r.GetProperty("region").GetString()!);
            Assert.All(table.Rows.Where(r => r.Combined is not null), row =>
            {
                var scored = rows[RegionId(row.Region, regions)];
                AssertPrinted(row.Electronic, scored.GetProperty("electronic"));
                AssertPrinted(row.Paper, scored.GetProperty("paper"));
                // Table 102 prints 82.8 for Astana; the mean of its two forms is 80.55.
                AssertPrinted((table.Table, row.Region) == (102, "Астана") ? row.Combined! with { Full = 80.55m } : row.Combined, scored.GetProperty("combined"));
            });
        }
    }

    /// <summary>Answers that give the figures of the region tables.</summary>
    internal static string RegionFile(Dictionary<string, string> ids, RegionSearch regions)
    {
        var file = new ResponseCsv("period_ok", "result_ok");
        foreach (var (table, row, form, figure) in RegionFigures())
        {
            foreach (var (i, rating) in RespondentMaker.Make(figure).Index())
                file.Line($"r{table.Table}-{row.Region}-{form}-{i}", ids[table.Service], form, RegionId(row.Region, regions), ratings: new Dictionary<string, int> { ["period_ok"] = rating, ["result_ok"] = rating });
        }

        return file.ToString();
    }

    private static IEnumerable<(PublishedRegions Table, PublishedRegion Row, string Form, PublishedFigure Figure)> RegionFigures() =>
        from table in PublishedTables.All.Regions
        from row in table.Rows
        from figure in new (string Form, PublishedFigure? Printed)[] { ("electronic", row.Electronic), ("paper", row.Paper) }
        where figure.Printed is not null
        select (table, row, figure.Form, figure.Printed);

    // The report writes «Алматы» for the city.
    internal static string RegionId(string printed, RegionSearch regions) =>
        printed == "Алматы" ? "almaty-city" : regions.Find(printed).Matches[0].Region.Id;

    private static void AssertPrinted(PublishedFigure? printed, JsonElement score)
    {
        if (printed is null)
            return;
        Assert.Equal((double)printed.Mean, score.GetProperty("mean").GetDouble(), MeanTolerance);
        Assert.Equal((double)printed.Full, score.GetProperty("full").GetDouble(), FullTolerance);
    }

    private static string[] InChat(JsonElement score) =>
        [$" {score.GetProperty("meanShown").GetString()} ".Replace('.', ','), $" {score.GetProperty("fullShown").GetString()} %".Replace('.', ',')];

    internal static async Task SignInAsync(BotHost host) => host.Client.DefaultRequestHeaders.Authorization =
        new AuthenticationHeaderValue("Bearer", await host.Get<ApiKeys>().CreateAsync(StaffRole.Administrator, "test", Stop));

    internal static async Task ImportAsync(BotHost host, string file)
    {
        using var body = new StringContent(file, Encoding.UTF8, "text/csv");
        var imported = await host.Client.PostAsync("/api/v1/responses/import", body, Stop);
        Assert.True(imported.IsSuccessStatusCode, await imported.Content.ReadAsStringAsync(Stop));
        await new ScoreDesk(host).FoldAsync();
    }

    /// <summary>Answers that give the figures of the score tables.</summary>
    internal static string File(Dictionary<string, string> ids, string[] items)
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
        Assert.All(pairs, pair => AssertPrinted(pair.Printed, pair.Score));
        return 2 * pairs.Length;
    }
}
