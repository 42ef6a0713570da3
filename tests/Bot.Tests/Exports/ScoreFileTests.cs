using System.Net;
using System.Net.Http.Headers;
using Bot.Api;
using Bot.Conversations;
using Bot.Exports;
using Bot.Managers;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Tests.Conversations;
using Bot.Tests.Scores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Exports;

public sealed class ScoreFileTests
{
    private const string Path = "/api/v1/scores/export.xlsx";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_gate_holds_for_a_managers_key_and_not_for_an_administrators()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        for (var i = 0; i < 4; i++)
            await desk.SubmitAsync("402011", "electronic", "astana", new() { ["info_clear"] = 5 });
        await desk.FoldAsync();
        await SignInAsync(host, StaffRole.Manager);
        Assert.Equal("Мало ответов", Overall(await BookAsync(host, "?language=ru&service=402011")));
        await SignInAsync(host, StaffRole.Administrator);
        var book = await BookAsync(host, "?service=402011");
        Assert.Equal(["Файл туралы", book.Names[1]], book.Names);
        Assert.Equal(5.0, Overall(book));
        Assert.Equal("басқаларға жасырын", book.Of("402011").Single(row => Equals(row[0], "Жалпы баға"))[^1]);
        await using var db = host.Open();
        Assert.Equal(2, await db.AuditEntries.CountAsync(a => a.Action == ExportLog.Scores && a.Actor.StartsWith("key:") && a.Subject == "402011", Stop));
    }

    [Fact]
    public async Task A_filter_counts_its_responses_alone()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        await desk.SubmitAsync("402011", "electronic", "astana", new() { ["info_clear"] = 5 }, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await desk.SubmitAsync("402011", "paper", "abai", new() { ["building"] = 1 }, new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        await desk.FoldAsync();
        await SignInAsync(host, StaffRole.Administrator);
        Assert.Equal(3.0, ReadWorkbook.Score((await BookAsync(host, "?language=ru&service=402011")).Of("402011"), "Общая оценка", "Все формы").Mean);
        Assert.Equal(1.0, Overall(await BookAsync(host, "?language=ru&service=402011&region=abai")));
        var day = await BookAsync(host, "?language=ru&from=2026-03-01&to=2026-03-01");
        Assert.Equal(5.0, ReadWorkbook.Score(day.Of("402011"), "Общая оценка", "Электронная").Mean);
        Assert.Equal("1 марта 2026 г. – 1 марта 2026 г.", day["О файле"].Single(row => Equals(row[0], "Период"))[1]?.ToString()?.Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData("service:402011", null, "402011", null, true)]
    [InlineData("service:402011", null, null, "402011", true)]
    [InlineData("service:402011", null, null, null, true)]
    [InlineData("service:402011", null, "402016", null, false)]
    [InlineData("service:402011", null, null, "402016", false)]
    [InlineData("service:402011", "abai", "402011", null, false)]
    [InlineData("region:abai", null, "402011", null, false)]
    [InlineData("region:abai", null, null, null, false)]
    [InlineData("region:abai", "abai", null, "402011", false)]
    [InlineData("region:abai", "abai", "402011", null, true)]
    [InlineData("region:abai", "astana", null, null, false)]
    public async Task A_scope_holds_whatever_is_asked_for(string scope, string? region, string? service, string? regions, bool isSeen)
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        for (var i = 0; i < 5; i++)
        {
            await desk.SubmitAsync("402011", "electronic", "abai", new() { ["info_clear"] = 5 });
            await desk.SubmitAsync("402016", "electronic", "astana", new() { ["info_clear"] = 5 });
        }

        await desk.FoldAsync();
        var access = new ScoreAccess(new Staff(1, StaffRole.Manager, [scope]), host.Get<ServiceCatalogue>());
        var content = await host.Get<ScoreBooks>().FindAsync(access, new ScoreFilter(Region: region), service, regions, "ru", Stop);
        Assert.Equal(isSeen, content is not null);
        if (content is null)
            return;
        var book = new ReadWorkbook(await host.Get<ScoreWorkbook>().WriteAsync(content, Stop));
        Assert.DoesNotContain(book.Names, name => name.StartsWith("402016", StringComparison.Ordinal));
        Assert.True(content.Services.All(s => scope.StartsWith("region", StringComparison.Ordinal) || s.Service == "402011"));
    }

    [Theory]
    [InlineData("?service=nothing")]
    [InlineData("?regions=nothing")]
    [InlineData("?language=en")]
    [InlineData("?form=verbal")]
    public async Task A_wrong_parameter_is_a_problem(string query)
    {
        await using var host = await QuietHost.StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.GetAsync(Path, Stop)).StatusCode);
        await SignInAsync(host, StaffRole.Manager);
        var response = await host.Client.GetAsync(Path + query, Stop);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_text_in_a_workbook_is_no_formula()
    {
        using var stream = new MemoryStream();
        await using (var book = await Workbook.CreateAsync(stream, Stop))
        {
            await book.StartSheetAsync("[a]:*?/\\'b", [10], default, Stop);
            await book.AddAsync([SheetCell.Text("=1+1"), SheetCell.Text("＝1+1"), SheetCell.Of(-5, CellFormat.Whole)], Stop);
            await book.FinishAsync(Stop);
        }

        var read = new ReadWorkbook(stream.ToArray());
        Assert.Equal(["'=1+1", "'＝1+1", -5.0], read["ab"][0]);
    }

    private static object? Overall(ReadWorkbook book) => book.Of("402011").Single(row => row[0] is "Общая оценка" or "Жалпы баға")[1];

    private static async Task<ReadWorkbook> BookAsync(BotHost host, string query)
    {
        var response = await host.Client.GetAsync(Path + query, Stop);
        Assert.Equal((HttpStatusCode.OK, ScoreWorkbook.MediaType), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return new ReadWorkbook(await response.Content.ReadAsByteArrayAsync(Stop));
    }

    private static async Task SignInAsync(BotHost host, StaffRole role) =>
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await host.Get<ApiKeys>().CreateAsync(role, "test", Stop));
}
