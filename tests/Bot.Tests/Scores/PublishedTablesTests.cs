using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Api;
using Bot.Conversations;
using Bot.Managers;
using Bot.Managers.Pictures;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
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
    public async Task All_tables_come_out_of_the_api_as_printed_and_chat_and_picture_show_the_same_digits()
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
            await AssertShownAsync(desk, id, table.Form, form);
        }

        foreach (var provider in desk.Host.Get<ServiceCatalogue>().Providers)
            await AssertProviderShownAsync(desk, provider.Id);

        Assert.True(figures > 500, $"Only {figures} figures were compared.");
    }

    [Fact]
    public async Task All_region_tables_come_out_of_the_api_as_printed_and_chat_and_picture_show_the_same_digits()
    {
        await using var desk = await StaffDesk.OpenAsync();
        var host = desk.Host;
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
            await AssertRatingShownAsync(desk, ids[table.Service], rows);
        }
    }

    /// <summary>The criteria, the providers and the whole of a form in the cards and in what their pictures write.</summary>
    private static async Task AssertShownAsync(StaffDesk desk, string service, string form, JsonElement scores)
    {
        var (words, reader) = (new ScoreWords(desk.Host.Get<TextCatalogue>(), "ru"), new PictureReader(default, "ru", null));
        var read = await desk.Host.Get<ScoreReader>().ServiceAsync(service, ScoreFilter.None, everything: true, Stop);
        var pictures = desk.Host.Get<ScorePictures>().Services;
        var providers = scores.GetProperty("providers").EnumerateObject().Select(p => p.Value.GetProperty("score")).Where(s => s.ValueKind is not JsonValueKind.Null).ToList();
        var criteria = scores.GetProperty("criteria").EnumerateObject().Select(c => c.Value.GetProperty("score")).Where(s => s.ValueKind is not JsonValueKind.Null).ToList();
        foreach (var (view, figures, picture) in new[] { ("w", providers, pictures.Providers(read, reader)), ("c", criteria, pictures.Criteria(read, reader)), ("i", criteria.Count > 0 ? [scores.GetProperty("score")] : [], pictures.Items(read, form, reader)) })
        {
            var card = await desk.ScoresAsync(StaffRole.Administrator, "", press: $"{view}.-.{service}" + (view == "i" ? "." + form[..2] : ""));
            var drawn = picture.Sheet.Texts.Select(text => text.Text).ToList();
            Assert.All(figures, score =>
            {
                Assert.All(InChat(score), digits => Assert.Contains(digits, card.Text, StringComparison.Ordinal));
                Assert.Contains(Comma(score, "meanShown"), drawn);
                Assert.Contains(drawn, text => text.Contains(words.Say("base", ("count", score.GetProperty("n").GetInt64())), StringComparison.Ordinal));
            });
        }
    }

    private static async Task AssertProviderShownAsync(StaffDesk desk, string provider)
    {
        var api = await desk.Host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/scores/providers/{provider}", Stop);
        var card = await desk.ScoresAsync(StaffRole.Administrator, "", press: $"v.-.{provider}");
        var read = await desk.Host.Get<ScoreReader>().ProviderAsync(provider, ScoreFilter.None, everything: true, Stop);
        var drawn = desk.Host.Get<ScorePictures>().Overviews.Provider(read, new PictureReader(default, "ru", null)).Sheet.Texts.Select(text => text.Text).ToList();
        JsonElement[] whole = [api.GetProperty("score"), api.GetProperty("weighted")];
        var rows = api.GetProperty("services").EnumerateArray().Select(s => s.GetProperty("score")).Where(s => s.ValueKind is not JsonValueKind.Null).ToList();
        Assert.All(whole.Where(s => s.ValueKind is not JsonValueKind.Null).Concat(rows), score => Assert.All(InChat(score), digits => Assert.Contains(digits, card.Text, StringComparison.Ordinal)));
        // The picture of a provider of very many services shows the highest and the lowest.
        Assert.All(whole.Where(s => s.ValueKind is not JsonValueKind.Null).Concat(rows.Count <= 16 ? rows : []), score => Assert.Contains(Comma(score, "meanShown"), drawn));
    }

    /// <summary>Every cell of the rating in the card's lines, and in the picture in the same order.</summary>
    private static async Task AssertRatingShownAsync(StaffDesk desk, string service, Dictionary<string, JsonElement> rows)
    {
        var card = await desk.ScoresAsync(StaffRole.Administrator, "", press: $"r.-.{service}");
        var rating = await desk.Host.Get<ScoreReader>().RegionsAsync(service, ScoreFilter.None, everything: true, Stop);
        var drawn = desk.Host.Get<ScorePictures>().Services.Regions(rating, new PictureReader(default, "ru", null)).Sheet.Texts.Select(text => text.Text);
        string[] columns = ["electronic", "paper", "combined"];
        Assert.Equal(
            rows.Values.SelectMany(row => columns.Select(row.GetProperty)).Where(s => s.ValueKind is not JsonValueKind.Null).Select(s => Comma(s, "meanShown")),
            drawn.Where(text => text.Length == 4 && text[1] == ',' && char.IsDigit(text[0]) && char.IsDigit(text[3])));
        foreach (var (region, row) in rows.Where(row => row.Value.GetProperty("combined").ValueKind is not JsonValueKind.Null))
        {
            var name = desk.Host.Get<ServiceCatalogue>().FindRegion(region)!.Name["ru"];
            var line = card.Text.Split('\n').Single(text => text.Contains($". {name}: ", StringComparison.Ordinal));
            Assert.All(InChat(row.GetProperty("combined")), digits => Assert.Contains(digits, line, StringComparison.Ordinal));
            Assert.All(columns.Select(row.GetProperty).Where(s => s.ValueKind is not JsonValueKind.Null), score => Assert.Contains(Comma(score, "meanShown"), line, StringComparison.Ordinal));
        }
    }

    private static string Comma(JsonElement score, string figure) => score.GetProperty(figure).GetString()!.Replace('.', ',');

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
        [$" {score.GetProperty("meanShown").GetString()} ".Replace('.', ','), $" {score.GetProperty("fullShown").GetString()}\u00a0%".Replace('.', ',')];

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
