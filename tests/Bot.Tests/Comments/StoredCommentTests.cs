using Bot.Comments;
using Bot.Conversations;
using Bot.Persistence.Entities;
using Bot.Responses;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Comments;

/// <summary>What is noted at a comment follows the response: written, changed, erased, imported, and read again under other rules.</summary>
public sealed class StoredCommentTests
{
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_comment_is_noted_with_its_topics_and_language_when_it_is_written()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).SubmitAsync();
        await talk.TypeAsync("кезек узак болды рахмет");
        var comment = await OnlyAsync(host);
        Assert.Equal(("2602001", "timing", "", "kk"), (comment.ServiceId, comment.Topics, comment.Sensitive, comment.Language));
        Assert.Equal("кезек узак болды рахмет", comment.Text);
        Assert.Equal(host.Get<CommentTagger>().Version, comment.Rules);
    }

    [Fact]
    public async Task The_persons_own_choice_comes_first_and_something_else_stands_alone()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).SubmitAsync();
        await talk.TypeAsync("Долго ждал");
        await talk.TapAsync("Результат");
        Assert.Equal("result,timing", (await OnlyAsync(host)).Topics);

        await using var other = await QuietHost.StartAsync(_clock);
        talk = await new Talk(other).SubmitAsync();
        await talk.TypeAsync("Долго ждал");
        await talk.TapAsync("О другом");
        Assert.Equal("other", (await OnlyAsync(other)).Topics);
    }

    [Fact]
    public async Task Who_names_an_unofficial_payment_has_the_comment_and_the_answer_kept_from_the_provider()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).BeginAsync("/start svc_3102008_e_astana");
        await LowAsync(talk);
        await talk.TapAsync("Просили неофициальную плату");
        await talk.TapAsync("Срок нарушен");
        await talk.TapAsync("Слишком дорого");
        await talk.TapAsync("Готово");
        await talk.TypeAsync("Долго ждал");
        var comment = await OnlyAsync(host);
        Assert.Equal(("corruption", "timing"), (comment.Sensitive, comment.Topics));

        await using var desk = await CommentDesk.OpenAsync(host.Folder);
        await desk.ImportAsync("astana", 12, []);
        var seen = await CommentDesk.EverythingAsync(await desk.SignInAsync(role: StaffRole.Administrator));
        Assert.Contains(seen, text => text.Contains("Причины низких оценок (выбраны из списка):\n• Срок нарушен: 1", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, text => text.Contains("неофициальную", StringComparison.Ordinal) || text.Contains("дорого", StringComparison.Ordinal) || text.Contains("Долго ждал", StringComparison.Ordinal));
        var queue = await (await desk.SignInAsync("comments:sensitive")).TypeAsync("/sensitive");
        Assert.EndsWith("Отметили причину «Просили неофициальную плату»:\n• Апостиль судебных документов: 1", queue.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reasons_are_hidden_where_comments_are()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 8, ["Долго ждал"]);
        var talk = await new Talk(desk.Host).BeginAsync($"/start svc_{CommentDesk.Apostille}_e_astana");
        await LowAsync(talk);
        await talk.TapAsync("Срок нарушен");
        await talk.TapAsync("Готово");
        await desk.FoldAsync();
        var administrator = await desk.SignInAsync(role: StaffRole.Administrator);
        Assert.DoesNotContain("Срок", (await administrator.TypeAsync("/comments " + CommentDesk.Apostille)).Card.Text, StringComparison.Ordinal);
        await desk.ImportAsync("astana", 1, []);
        Assert.Contains("Срок нарушен: 1", (await administrator.TypeAsync("/comments " + CommentDesk.Apostille)).Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_done_with_stays_so_until_its_text_changes()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).SubmitAsync();
        await talk.TypeAsync("Намекали на взятку");
        await using (var db = host.Open())
            await db.Comments.ExecuteUpdateAsync(set => set.SetProperty(c => c.Handling, CommentHandling.Done).SetProperty(c => c.HandledBy, 7L), Stop);
        await talk.TapAsync("Результат");
        Assert.Equal((CommentHandling.Done, 7L, "result", "corruption"), await NotedAsync(host));

        await talk.TapAsync("Назад");
        await talk.TapAsync("Назад");
        await talk.TypeAsync("Просили взятку и хамили");
        var changed = await OnlyAsync(host);
        Assert.Equal((CommentHandling.New, null, "Просили взятку и хамили"), (changed.Handling, changed.HandledBy, changed.Text));
    }

    [Fact]
    public async Task Who_is_forgotten_is_so_in_the_queue_and_on_the_board_too()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 12, []);
        var talk = await new Talk(desk.Host).BeginAsync($"/start svc_{CommentDesk.Apostille}_e_astana");
        await talk.RateAsync();
        await talk.TapAsync("Отправить");
        await talk.TypeAsync("Намекали на взятку");
        var administrator = await desk.SignInAsync(role: StaffRole.Administrator);
        Assert.Contains("взятку", (await administrator.TypeAsync("/sensitive")).Card.Text, StringComparison.Ordinal);
        await talk.TypeAsync("/forget");
        await talk.TapAsync("Да, стереть");
        Assert.EndsWith("Очередь пуста.", (await administrator.TypeAsync("/sensitive")).Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_read_by_other_rules_are_read_again_once()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 12, ["Намекали на взятку", "Срок нарушен"]);
        await using (var db = desk.Host.Open())
            await db.Comments.ExecuteUpdateAsync(set => set.SetProperty(c => c.Rules, "old").SetProperty(c => c.Sensitive, "").SetProperty(c => c.Topics, "timing"), Stop);

        // Also before the job has run, what today's rules call sensitive is shown to nobody.
        var seen = string.Join('\n', await CommentDesk.EverythingAsync(await desk.SignInAsync()));
        Assert.Contains("Срок нарушен", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("взятку", seen, StringComparison.Ordinal);

        Assert.Equal(2, await desk.Host.Get<CommentRenewal>().RunAsync(Stop));
        Assert.Equal(0, await desk.Host.Get<CommentRenewal>().RunAsync(Stop));
        await using var read = desk.Host.Open();
        Assert.Equal(["corruption", ""], await read.Comments.OrderBy(c => c.ResponseId).Select(c => c.Sensitive).ToListAsync(Stop));
        Assert.Equal(["other", "timing"], await read.Comments.OrderBy(c => c.ResponseId).Select(c => c.Topics).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_renewal_keeps_to_what_the_person_chose()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).SubmitAsync();
        await talk.TypeAsync("Долго ждал");
        await talk.TapAsync("О другом");
        await using (var db = host.Open())
            await db.Comments.ExecuteUpdateAsync(set => set.SetProperty(c => c.Rules, "old").SetProperty(c => c.Topics, "timing"), Stop);
        Assert.Equal(1, await host.Get<CommentRenewal>().RunAsync(Stop));
        Assert.Equal("other", (await OnlyAsync(host)).Topics);
    }

    [Fact]
    public async Task An_administrators_file_holds_the_texts_as_they_were_written_and_can_be_taken_in_again()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 2, ["Намекали на взятку, звоните 87011234567", "Срок нарушен"]);
        await using var file = new MemoryStream();
        await desk.Host.Get<ResponseExport>().WriteAsync(file, "test", Stop);
        Assert.Contains("87011234567", System.Text.Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
        file.Position = 0;
        Assert.Equal((0, 2), await TakenAsync(desk.Host, file));
        await using var other = await QuietHost.StartAsync(_clock);
        file.Position = 0;
        Assert.Equal((2, 0), await TakenAsync(other, file));
        await using var db = other.Open();
        Assert.Equal(["", "corruption"], await db.Comments.Select(c => c.Sensitive).OrderBy(c => c).ToListAsync(Stop));
    }

    private static async Task<(int Imported, int Ignored)> TakenAsync(BotHost host, Stream file)
    {
        var result = await host.Get<ResponseImport>().RunAsync(file, "test", Stop);
        Assert.Empty(result.Faults);
        return (result.Imported, result.Ignored);
    }

    // A service that is paid, so that the costs can be rated low.
    private static async Task LowAsync(Talk talk)
    {
        await talk.RateAsync("2");
        await talk.TapAsync("Отправить");
    }

    private static async Task<(CommentHandling Handling, long? By, string Topics, string Sensitive)> NotedAsync(BotHost host)
    {
        var comment = await OnlyAsync(host);
        return (comment.Handling, comment.HandledBy, comment.Topics, comment.Sensitive);
    }

    private static async Task<CommentRow> OnlyAsync(BotHost host)
    {
        await using var db = host.Open();
        return await db.Comments.SingleAsync(Stop);
    }
}
