using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Bot.Survey.Tests.Scoring;
using Bot.Tests.Conversations;
using Bot.Tests.Scores;
using Xunit;

namespace Bot.Tests.Exports;

/// <summary>The workbook shows the figures that the report of 2025 printed, in the digits of the API.</summary>
public sealed class PublishedWorkbookTests
{
    private const string Language = "ru";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_score_tables_stand_in_the_sheets_of_their_services()
    {
        await using var host = await QuietHost.StartAsync();
        await PublishedTablesTests.SignInAsync(host);
        var texts = host.Get<TextCatalogue>();
        var catalogue = host.Get<ServiceCatalogue>();
        var ids = catalogue.Services.ToDictionary(s => s.Section, s => s.Id);
        await PublishedTablesTests.ImportAsync(host, PublishedTablesTests.File(ids, [.. host.Get<ScoringForms>().Items]));
        var book = await BookAsync(host, "");
        foreach (var table in PublishedTables.All.Scores.Where(t => t.Misprint is null))
        {
            var service = ids[table.Service];
            var form = (await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/scores/services/{service}", Stop)).GetProperty("forms").GetProperty(table.Form);
            var block = texts.Get(Language, "service.form_" + table.Form);
            var sheet = book.Of(service);
            AssertSame(table.Overall, form.GetProperty("score"), ReadWorkbook.Score(sheet, texts.Get(Language, "manager.overall"), block));
            var interval = form.GetProperty("score").GetProperty("interval");
            Assert.Equal(
                (Number(interval, "lowShown"), Number(interval, "highShown")), ReadWorkbook.Interval(sheet, texts.Get(Language, "manager.overall"), block));
            Assert.All(table.Criteria, c => AssertSame(
                c.Value, form.GetProperty("criteria").GetProperty(c.Key).GetProperty("score"), ReadWorkbook.Score(sheet, texts.Get(Language, "criteria." + c.Key), block)));
            Assert.All(table.Criteria.Keys.SelectMany(c => form.GetProperty("criteria").GetProperty(c).GetProperty("items").EnumerateObject()).Where(i => i.Value.ValueKind != JsonValueKind.Null), item =>
                AssertSame(null, item.Value, ReadWorkbook.Score(sheet, texts.Get(Language, $"items.{table.Form}.{item.Name}.label"), block)));
            var zones = form.GetProperty("providers").EnumerateObject().ToDictionary(p => p.Value.GetProperty("zone").GetString()!);
            Assert.All(table.Zones, zone =>
            {
                var name = catalogue.FindProvider(zones[zone.Key].Name)!.ShortName[Language];
                var label = sheet.Select(row => row[0]).OfType<string>().Single(text => text.StartsWith(name + " (", StringComparison.Ordinal));
                Assert.Contains(texts.Get(Language, "manager.zone_" + zone.Key), label, StringComparison.Ordinal);
                AssertSame(zone.Value, zones[zone.Key].Value.GetProperty("score"), ReadWorkbook.Score(sheet, label, block));
            });
        }
    }

    [Fact]
    public async Task All_region_tables_stand_in_the_rating_in_their_order()
    {
        await using var host = await QuietHost.StartAsync();
        await PublishedTablesTests.SignInAsync(host);
        var catalogue = host.Get<ServiceCatalogue>();
        var regions = new RegionSearch(catalogue);
        var ids = catalogue.Services.ToDictionary(s => s.Section, s => s.Id);
        await PublishedTablesTests.ImportAsync(host, PublishedTablesTests.RegionFile(ids, regions));
        foreach (var table in PublishedTables.All.Regions)
        {
            var api = (await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/scores/regions/{ids[table.Service]}", Stop)).GetProperty("rows").EnumerateArray().ToList();
            var book = await BookAsync(host, "&regions=" + ids[table.Service]);
            Assert.Equal(["О файле", "Рейтинг регионов"], book.Names);
            var sheet = book["Рейтинг регионов"];
            Assert.Equal(api.Select(Rank), sheet.Skip(5).Select(row => row[0] as double?));
            Assert.Equal(api.Select(row => Name(row)), sheet.Skip(5).Select(row => row[1]));
            Assert.All(table.Rows.Where(r => r.Combined is not null), printed =>
            {
                var id = PublishedTablesTests.RegionId(printed.Region, regions);
                var row = api.Single(r => r.GetProperty("region").GetString() == id);
                // Table 102 prints 82.8 for Astana; the mean of its two forms is 80.55.
                var combined = (table.Table, printed.Region) == (102, "Астана") ? printed.Combined! with { Full = 80.55m } : printed.Combined;
                foreach (var (figure, property, block) in new[] { (printed.Electronic, "electronic", "Электронная"), (printed.Paper, "paper", "Бумажная"), (combined, "combined", "Все формы") })
                    AssertSame(figure, row.GetProperty(property), ReadWorkbook.Score(sheet, Name(row), block, labelColumn: 1));
            });
        }

        string Name(JsonElement row) => catalogue.FindRegion(row.GetProperty("region").GetString()!)?.Name[Language] ?? "Регион не указан";
    }

    private static double? Rank(JsonElement row) => row.GetProperty("rank") is { ValueKind: JsonValueKind.Number } rank ? rank.GetDouble() : null;

    private static async Task<ReadWorkbook> BookAsync(BotHost host, string query) =>
        new(await host.Client.GetByteArrayAsync($"/api/v1/scores/export.xlsx?language={Language}{query}", Stop));

    private static void AssertSame(PublishedFigure? printed, JsonElement api, (double? Mean, double? Full, double? N) cell)
    {
        if (api.ValueKind == JsonValueKind.Null)
        {
            Assert.Equal((null, null, null), cell);
            return;
        }

        Assert.Equal((Number(api, "meanShown"), Number(api, "fullShown"), api.GetProperty("n").GetDouble()), cell);
        if (printed is null)
            return;
        Assert.Equal((double)printed.Mean, cell.Mean!.Value, PublishedTablesTests.MeanTolerance);
        Assert.Equal((double)printed.Full, cell.Full!.Value, PublishedTablesTests.FullTolerance);
    }

    private static double? Number(JsonElement score, string name) => double.Parse(score.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
