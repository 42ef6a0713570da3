using System.Text;
using Bot.Exports;
using Bot.Responses;
using Bot.Scores;
using Bot.Tests.Conversations;
using Bot.Tests.Scores;
using CsvHelper;
using Xunit;

namespace Bot.Tests.Exports;

public sealed class CodebookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_column_and_every_code_in_the_files_is_explained_in_both_languages()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        await desk.SubmitAsync("402011", "electronic", "astana", new() { ["info_clear"] = 5, ["no_running"] = 2 });
        await desk.SubmitAsync("601001", "paper", "unknown", new() { ["building"] = 3 });
        await desk.FoldAsync();
        var codebook = Read(await WriteAsync((stream, stop) => host.Get<Codebook>().WriteAsync(stream, forSpreadsheets: false, stop)));
        Assert.All(codebook, line => Assert.False(string.IsNullOrWhiteSpace(line["label_kk"]) || string.IsNullOrWhiteSpace(line["label_ru"]), string.Join(',', line.Values)));
        await AssertExplainedAsync(codebook, "responses", stream => host.Get<ResponseExport>().WriteAsync(stream, "test", Stop));
        await AssertExplainedAsync(codebook, "scores", stream => host.Get<ScoreExport>().WriteAsync(stream, "test", Stop));
    }

    [Fact]
    public async Task An_item_is_explained_by_the_statement_of_each_questionnaire_with_its_version()
    {
        await using var host = await QuietHost.StartAsync();
        var codebook = Read(await WriteAsync((stream, stop) => host.Get<Codebook>().WriteAsync(stream, forSpreadsheets: false, stop)));
        var lines = codebook.Where(line => line["file"] == "responses" && line["variable"] == "pay_method").ToList();
        Assert.Equal(["electronic", "paper", "proactive"], lines.Select(line => line["questionnaire"]).Distinct());
        Assert.Equal(["", "1", "2", "3", "4", "5"], lines.Where(line => line["questionnaire"] == "paper").Select(line => line["value"]));
        Assert.Equal(("rating", "1", "Способ оплаты был удобным."), (lines[0]["type"], lines[0]["version"], lines[0]["label_ru"]));
        Assert.Equal("не касается, не знает или не спрашивали", lines[0]["empty_ru"]);
        Assert.Equal("5 – полностью так", lines.First(line => line["value"] == "5")["label_ru"]);
    }

    private static async Task AssertExplainedAsync(List<Dictionary<string, string>> codebook, string file, Func<Stream, Task<long>> write)
    {
        var own = codebook.Where(line => line["file"] == file).ToLookup(line => line["variable"]);
        var rows = Read(await WriteAsync((stream, _) => write(stream)));
        Assert.NotEmpty(rows);
        Assert.Equal(rows[0].Keys, own.Select(variable => variable.Key));
        foreach (var (variable, value) in rows.SelectMany(row => row).Where(cell => cell.Value.Length > 0 && own[cell.Key].First()["type"] is "code" or "rating"))
            Assert.Contains(own[variable], line => line["value"] == value);
    }

    private static async Task<string> WriteAsync(Func<Stream, CancellationToken, Task<long>> write)
    {
        using var stream = new MemoryStream();
        await write(stream, Stop);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static List<Dictionary<string, string>> Read(string text)
    {
        using var csv = CsvReader.Create(new StringReader(text), CsvReaderOptions.Default with { HasHeader = false });
        csv.Read();
        var header = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToList();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
            rows.Add(header.Index().ToDictionary(column => column.Item, column => csv.GetString(column.Index), StringComparer.Ordinal));
        return rows;
    }
}
