using System.IO.Compression;
using System.Net;
using Bot.Conversations;
using Bot.Exports;
using Bot.Managers;
using Bot.Responses;
using Bot.Tests.Conversations;
using Bot.Tests.Responses;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Exports;

public sealed class ResponsesInChatTests
{
    private readonly FakeChannel _channel = new();
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_sees_how_far_it_is_and_gets_responses_and_codebook_without_names_and_free_texts()
    {
        await using var host = await StartAsync();
        var talk = await SignedInAsync(host, StaffRole.Administrator);
        await talk.TypeAsync("/export");
        await talk.TapAsync("Ответы (CSV)");
        Assert.Equal("Готовится файл с ответами: 0 из 3. Он придет сюда.", talk.Card.Text);
        var file = await _channel.File.Task.WaitAsync(TimeSpan.FromMinutes(1), Stop);
        Assert.Equal("responses-2026-11-25.zip", file.FileName);
        Assert.Equal([("Выгружено ответов: 0 из 3", null), ("Файл с ответами готов: 3. Комментариев и предложений в нем нет.", "note")], _channel.Notes);
        using var zip = new ZipArchive(new MemoryStream(file.Content));
        Assert.Equal(["codebook.csv", "responses.csv"], zip.Entries.Select(entry => entry.Name));
        using var reader = new StreamReader(zip.GetEntry("responses.csv")!.Open());
        var lines = (await reader.ReadToEndAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.DoesNotContain("comment", lines[0], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.DoesNotContain("87010000000", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain("7001", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_too_large_for_a_chat_is_fetched_by_a_link_that_ends_with_its_time_and_with_the_rights()
    {
        await using var host = await StartAsync(mostBytes: 10);
        var talk = await SignedInAsync(host, StaffRole.Administrator);
        await talk.TypeAsync("/export");
        await talk.TapAsync("Ответы (CSV)");
        var said = (await _channel.FirstShown.Task.WaitAsync(TimeSpan.FromMinutes(1), Stop)).Text;
        var path = new Uri(said[said.IndexOf("https://survey.example/", StringComparison.Ordinal)..]).AbsolutePath;
        var response = await host.Client.GetAsync(path, Stop);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        using (var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Stop)))
            Assert.Equal(["codebook.csv", "responses.csv"], zip.Entries.Select(entry => entry.Name));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(path.Replace("responses-", "responses-1", StringComparison.Ordinal), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/exports/responses-1-99999999999", Stop)).StatusCode);

        await talk.TypeAsync("/logout");
        await talk.TapAsync("Да, выйти");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(path, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_link_ends_after_a_quarter_of_an_hour()
    {
        await using var host = await StartAsync();
        await SignedInAsync(host, StaffRole.Administrator);
        await using var db = host.Open();
        var path = new Uri(host.Get<ResponseLinks>().Make(db.StaffMembers.Single().Id)!).AbsolutePath;
        _clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(path, Stop)).StatusCode);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(path, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_manager_gets_no_single_responses()
    {
        await using var host = await StartAsync();
        var talk = await SignedInAsync(host, StaffRole.Manager);
        await talk.TypeAsync("/export");
        Assert.DoesNotContain(talk.Card.Rows.SelectMany(row => row), button => button.Data == "c.export.a");
        await talk.PressAsync("c.export.a", talk.CardRef);
        Assert.Equal("У Вас нет доступа к этому разделу.", talk.Card.Text);
    }

    [Fact]
    public async Task Progress_is_said_in_one_message_and_not_more_often_than_every_three_seconds()
    {
        await using var host = await StartAsync();
        var run = new ResponseRun(new ConversationKey(ChannelNames.Telegram, "1"), 1, "ru") { Total = 50_000 };
        var notes = new ResponseNotes(_channel, run, host.Get<Bot.Survey.Localization.TextCatalogue>(), _clock, Stop);
        foreach (var written in Enumerable.Range(0, 13))
        {
            await notes.WrittenAsync(written * 1000);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["0", "3 000", "6 000", "9 000", "12 000"], _channel.Notes.Select(note => note.Text.Replace('\u00a0', ' ')["Выгружено ответов: ".Length..^" из 50 000".Length]));
        Assert.Equal([null, "note", "note", "note", "note"], _channel.Notes.Select(note => note.NoteRef));
    }

    [Fact]
    public async Task Asking_again_while_it_is_made_shows_the_same_run()
    {
        await using var host = await StartAsync(runs: false);
        var runs = host.Get<ResponseRuns>();
        var conversation = new ConversationKey(ChannelNames.Telegram, "1");
        var first = await runs.StartAsync(conversation, 1, "ru", Stop);
        Assert.Same(first, await runs.StartAsync(conversation, 1, "ru", Stop));
        for (var other = 2; other <= 16; other++)
            Assert.NotNull(await runs.StartAsync(conversation with { ChatId = $"{other}" }, 1, "ru", Stop));
        Assert.Null(await runs.StartAsync(conversation with { ChatId = "17" }, 1, "ru", Stop));
    }

    private async Task<BotHost> StartAsync(long? mostBytes = null, bool runs = true)
    {
        var host = await QuietHost.StartAsync(_clock, channel: _channel, configure: builder =>
        {
            builder.Configuration["Web:PublicUrl"] = "https://survey.example";
            if (runs)
                builder.Services.AddHostedService(s => s.GetRequiredService<ResponseRunner>());
        });
        host.Get<ResponseRunner>().MostBytes = mostBytes ?? Attachment.MostBytes;
        var file = new ResponseCsv("speed").Line("a", comment: "Мой телефон 87010000000").Line("b").Line("c", channel: "egov_web");
        Assert.Empty((await host.Get<ResponseImport>().RunAsync(file.Stream(), "test", Stop)).Faults);
        return host;
    }

    private static async Task<Talk> SignedInAsync(BotHost host, StaffRole role)
    {
        var talk = await new Talk(host).TypeAsync("/language ru");
        return await talk.TypeAsync("/login " + await host.Get<StaffCodes>().IssueAsync(role, StaffScope.Everything, "test", Stop));
    }
}
