using System.Text;
using Bot.Persistence.Entities;
using Bot.Responses;
using Bot.Tests.Conversations;
using Bot.Tests.Scores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Responses;

public sealed class ResponseImportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> WrongLines => new()
    {
        { "a,999,electronic,astana,telegram,kk,2026-03-01T10:15:00Z,granted,,", "service", "«999» is no service" },
        { "a,501016,paper,astana,telegram,kk,2026-03-01T10:15:00Z,granted,,", "form", "allowed: electronic" },
        { "a,601001,electronic,almaty,telegram,kk,2026-03-01T10:15:00Z,granted,,", "region", "almaty-city" },
        { "a,601001,electronic,astana,phone,kk,2026-03-01T10:15:00Z,granted,,", "channel", "con_desk" },
        { "a,601001,electronic,astana,telegram,en,2026-03-01T10:15:00Z,granted,,", "language", "allowed: kk, ru" },
        { "a,601001,electronic,astana,telegram,kk,2026-03-01T10:15:00,granted,,", "submitted_at", "offset" },
        { "a,601001,electronic,astana,telegram,kk,01.03.2026,granted,,", "submitted_at", "offset" },
        { "a,601001,electronic,astana,telegram,kk,2026-03-01T10:15:00Z,withdrawn,,", "outcome", "granted, partial, refused" },
        { "a,601001,electronic,astana,telegram,kk,2026-03-01T10:15:00Z,granted,6,", "period_ok", "1, 2, 3, 4, 5" },
        { "a,601001,electronic,astana,telegram,kk,2026-03-01T10:15:00Z,granted,4.5,", "period_ok", "1, 2, 3, 4, 5" },
        { "a,601001,electronic,astana,telegram,kk,2026-03-01T10:15:00Z,granted,,5", "building", "no item of the form electronic" },
        { ",601001,electronic,astana,telegram,kk,2026-03-01T10:15:00Z,granted,,", "response_id", "must not be empty" },
        { "a,601001,electronic", "", "3 fields, but 10 columns" },
        { "a,601001,electronic,astana,tele\"gram,kk,2026-03-01T10:15:00Z,granted,,", "", "quotation mark" },
    };

    [Theory]
    [MemberData(nameof(WrongLines))]
    public async Task A_wrong_line_is_named_with_its_column_and_what_would_be_right(string line, string column, string part)
    {
        await using var host = await QuietHost.StartAsync();
        var text = "response_id,service,form,region,channel,language,submitted_at,outcome,period_ok,building\n"
            + "good,601001,paper,astana,con_desk,ru,2026-03-01T10:15:00+05:00,refused,5,4\n" + line + "\n";
        var result = await ImportAsync(host, text);
        var fault = Assert.Single(result.Faults);
        Assert.Equal((3, column), (fault.Line, fault.Column ?? ""));
        Assert.Contains(part, fault.Problem, StringComparison.Ordinal);
        await using var db = host.Open();
        Assert.Equal(0, await db.Responses.CountAsync(Stop));
    }

    [Fact]
    public async Task Every_faulty_line_is_listed_and_lines_are_counted_through_line_breaks_in_quotes()
    {
        await using var host = await QuietHost.StartAsync();
        var file = new ResponseCsv("speed").Line("a", comment: "\"two\nlines\"").Line("b", service: "x", outcome: "y").Line("c").Line("d", region: "z");
        var result = await ImportAsync(host, file.ToString());
        Assert.Equal([(4, "service"), (4, "outcome"), (6, "region")], result.Faults.Select(f => (f.Line, f.Column)));
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("response_id;service\n", "there is no such column")]
    [InlineData("response_id,service,form,region,channel,language,submitted_at\n", "the column is missing")]
    [InlineData("response_id,service,form,region,channel,language,submitted_at,outcome,speed,speed\n", "the column stands twice")]
    public async Task A_wrong_header_is_refused(string text, string part)
    {
        await using var host = await QuietHost.StartAsync();
        Assert.Contains((await ImportAsync(host, text)).Faults, f => f.Line == 1 && f.Problem.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        await using var host = await QuietHost.StartAsync();
        var bytes = Encoding.UTF8.GetBytes(new ResponseCsv("speed").Line("a", comment: "x").ToString());
        bytes[^2] = 0xff;
        using var stream = new MemoryStream(bytes);
        Assert.Contains("UTF-8", Assert.Single((await host.Get<ResponseImport>().RunAsync(stream, "test", Stop)).Faults).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_content_is_ignored_and_another_is_refused()
    {
        await using var host = await QuietHost.StartAsync();
        var file = new ResponseCsv("speed").Line("a", ratings: new Dictionary<string, int> { ["speed"] = 4 }, comment: "жақсы").Line("b");
        Assert.Equal((2, 0), Counts(await ImportAsync(host, file.ToString())));
        Assert.Equal((1, 2), Counts(await ImportAsync(host, file.Line("c").ToString())));
        var other = new ResponseCsv("speed").Line("new").Line("a", ratings: new Dictionary<string, int> { ["speed"] = 5 }, comment: "жақсы");
        var fault = Assert.Single((await ImportAsync(host, other.ToString())).Faults);
        Assert.Equal((3, "response_id"), (fault.Line, fault.Column));
        var twice = new ResponseCsv("speed").Line("d").Line("d").Line("d", language: "ru");
        Assert.Contains("stands in line 2", Assert.Single((await ImportAsync(host, twice.ToString())).Faults).Problem, StringComparison.Ordinal);
        await using var db = host.Open();
        Assert.Equal(3, await db.Responses.CountAsync(Stop));
    }

    [Fact]
    public async Task An_export_can_be_imported_elsewhere_and_here_again_and_marks_formulas_as_text()
    {
        await using var host = await QuietHost.StartAsync();
        await using var other = await QuietHost.StartAsync();
        var file = new ResponseCsv("speed").Line("a", channel: "con_desk", form: "paper", comment: "=1+1").Line("b", ratings: new Dictionary<string, int> { ["speed"] = 4 });
        await ImportAsync(host, file.ToString());
        var exported = await ExportAsync(host);
        Assert.StartsWith("response_id,service,form,region,channel,language,submitted_at,outcome,", exported, StringComparison.Ordinal);
        Assert.Contains("'=1+1", exported, StringComparison.Ordinal);
        Assert.Equal((0, 2), Counts(await ImportAsync(host, exported)));
        Assert.Equal((2, 0), Counts(await ImportAsync(other, exported)));
        await using var db = other.Open();
        Assert.Equal("=1+1", (await db.Comments.SingleAsync(Stop)).Text);
    }

    [Theory]
    [InlineData("＝1+1")]
    [InlineData("'=1+1")]
    [InlineData("@SUM(A1)")]
    public async Task A_comment_that_looks_like_a_formula_comes_back_from_an_export_as_it_was(string comment)
    {
        await using var host = await QuietHost.StartAsync();
        await using var other = await QuietHost.StartAsync();
        // As its guard is taken off, the file of somebody else must carry it too.
        await ImportAsync(host, new ResponseCsv("speed").Line("a", comment: "'" + comment).Line("b", comment: "'=" + new string('1', 3999)).ToString());
        var exported = await ExportAsync(host);
        Assert.Contains(",'" + comment + ",", exported, StringComparison.Ordinal);
        Assert.Equal((2, 0), Counts(await ImportAsync(other, exported)));
        await using var db = other.Open();
        Assert.Equal([comment, "=" + new string('1', 3999)], await db.Comments.OrderBy(c => c.ResponseId).Select(c => c.Text).ToListAsync(Stop));
    }

    [Fact]
    public async Task The_last_column_of_an_export_says_why_a_response_is_in_no_score()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        var ids = new[] { await desk.SubmitAsync("601001", "electronic", "astana", new() { ["speed"] = 5 }), await desk.SubmitAsync("601001", "electronic", "astana", new() { ["speed"] = 4 }) };
        await desk.DoubtAsync(ids[0], OperationKind.Suspect);
        await desk.DoubtAsync(ids[1], OperationKind.Suspect);
        await desk.DoubtAsync(ids[1], OperationKind.Release);
        var lines = (await ExportAsync(host)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(',')).ToList();
        Assert.Equal(["quarantine", "link_burst", ""], lines.Select(fields => fields[^1]));
    }

    [Fact]
    public async Task A_response_of_the_chat_is_not_counted_twice_by_importing_its_export()
    {
        await using var host = await QuietHost.StartAsync();
        await new Scores.ScoreDesk(host).SubmitAsync("601001", "electronic", "astana", new() { ["speed"] = 4 });
        Assert.Equal((0, 1), Counts(await ImportAsync(host, await ExportAsync(host))));
    }

    [Fact]
    public async Task An_import_is_in_the_audit_log()
    {
        await using var host = await QuietHost.StartAsync();
        await ImportAsync(host, new ResponseCsv("speed").Line("a").ToString());
        await using var db = host.Open();
        Assert.Contains(await db.AuditEntries.ToListAsync(Stop), (AuditEntryRow a) => a is { Action: "responses.import", Actor: "test", Subject: "1 responses" });
    }

    private static (int Imported, int Ignored) Counts(ImportResult result)
    {
        Assert.Empty(result.Faults);
        return (result.Imported, result.Ignored);
    }

    private static async Task<ImportResult> ImportAsync(BotHost host, string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await host.Get<ResponseImport>().RunAsync(stream, "test", Stop);
    }

    private static async Task<string> ExportAsync(BotHost host)
    {
        using var stream = new MemoryStream();
        await host.Get<ResponseExport>().WriteAsync(stream, "test", Stop);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
