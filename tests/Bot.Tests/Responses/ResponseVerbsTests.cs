using Bot.Hosting;
using Bot.Responses;
using Bot.Scores;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Responses;

public sealed class ResponseVerbsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_says_how_many_came_in_and_a_rebuild_then_finds_no_drift()
    {
        await using var host = await QuietHost.StartAsync();
        var (code, output, error) = await ImportAsync(host, new ResponseCsv("speed").Line("a").Line("b").ToString());
        Assert.Equal((0, "2 responses imported, 0 stored already.", ""), (code, output, error));
        await new Scores.ScoreDesk(host).FoldAsync();
        await using var report = new StringWriter();
        Assert.Equal(0, await ScoresRebuildVerb.RunAsync(host.Services, report, Stop));
        Assert.Matches("^2 responses, [0-9]+ rows compared, drift 0, counted wrongly 0$", report.ToString().Trim());
    }

    [Fact]
    public async Task A_refused_import_lists_every_fault_and_ends_with_1()
    {
        await using var host = await QuietHost.StartAsync();
        var (code, output, error) = await ImportAsync(host, new ResponseCsv("speed").Line("a", service: "x").Line("b").Line("c", outcome: "y").ToString());
        Assert.Equal((1, ""), (code, output));
        var lines = error.Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("line 2, service: «x»", lines[0], StringComparison.Ordinal);
        Assert.Equal("line 4, outcome: «y» is not allowed; allowed: granted, partial, refused", lines[1]);
        Assert.Equal("Nothing was imported: 2 faults.", lines[2]);
    }

    [Theory]
    [InlineData("export", "nothing")]
    [InlineData("import", "responses", "/no/such/file.csv")]
    [InlineData("export", "scores", "/no/such/folder/file.csv")]
    [InlineData("apikey", "create")]
    [InlineData("apikey", "create", "--role", "king")]
    public async Task A_wrong_use_ends_with_2(params string[] arguments) => Assert.Equal(2, await Verbs.RunAsync(arguments));

    [Fact]
    public async Task A_file_that_cannot_be_opened_ends_with_1_and_its_reason()
    {
        await using var host = await QuietHost.StartAsync();
        await using var error = new StringWriter();
        Assert.Equal(1, await VerbHost.RunAsync(
            _ => ImportResponsesVerb.RunAsync(host.Services, new FileInfo(host.Folder), TextWriter.Null, error, Stop), error, Stop));
        Assert.Equal($"Access to the path '{host.Folder}' is denied.", error.ToString().Trim());
    }

    private static async Task<(int Code, string Output, string Error)> ImportAsync(BotHost host, string text)
    {
        var path = Path.Combine(host.Folder, "responses.csv");
        await File.WriteAllTextAsync(path, text, Stop);
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var code = await ImportResponsesVerb.RunAsync(host.Services, new FileInfo(path), output, error, Stop);
        return (code, output.ToString().Trim(), error.ToString().Trim());
    }
}
