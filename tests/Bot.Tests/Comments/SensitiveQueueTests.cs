using Bot.Conversations;
using Bot.Persistence.Entities;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Comments;

public sealed class SensitiveQueueTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("comments:sensitive", true)]
    [InlineData("service:3102008,comments:sensitive", true)]
    [InlineData("region:astana,comments:sensitive", true)]
    [InlineData("region:shymkent,comments:sensitive", false)]
    [InlineData("service:1403024,comments:sensitive", false)]
    [InlineData("provider:egov,comments:sensitive", false)]
    public async Task The_queue_holds_what_comes_from_the_services_and_regions_of_whoever_is_named_for_it(string scope, bool sees)
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 1, ["Намекали на взятку, звоните 87011234567"]);
        var text = CommentDesk.Text(await (await desk.SignInAsync(scope)).TypeAsync("/sensitive"));
        Assert.Equal(
            sees
                ? """
                  Особая очередь: коррупция, здоровье, дети
                  Не обработано: 1

                  1. Коррупция · новый · Апостиль судебных документов · Электронная · город Астана · 2 марта 2026 г. · Русский
                  Намекали на взятку, звоните •••
                  """
                : "Особая очередь: коррупция, здоровье, дети\nОчередь пуста.", text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("service:3102008")]
    [InlineData("provider:egov")]
    public async Task A_manager_who_is_not_named_for_it_is_refused_the_queue_and_its_buttons(string scope)
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 12, ["Намекали на взятку"]);
        var talk = await desk.SignInAsync(scope);
        Assert.Equal(CommentDesk.Refused, (await talk.TypeAsync("/sensitive")).Card.Text);
        Assert.DoesNotContain("c.sensitive", CommentDesk.Buttons((await talk.TypeAsync("/comments")).Card));
        Assert.Equal(CommentDesk.Refused, (await talk.PressAsync($"c.sensitive.d.0.{await IdAsync(desk)}.comment", talk.CardRef)).Card.Text);
        Assert.Equal(CommentHandling.New, (await CommentAsync(desk)).Handling);
        Assert.Empty(await desk.AuditAsync("comments.sensitive"));
    }

    [Fact]
    public async Task A_forged_button_handles_nothing_outside_the_scope()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 1, ["Намекали на взятку"]);
        var talk = await desk.SignInAsync("region:shymkent,comments:sensitive");
        await talk.PressAsync($"c.sensitive.d.0.{await IdAsync(desk)}.comment", talk.CardRef);
        Assert.EndsWith("Очередь пуста.", talk.Card.Text, StringComparison.Ordinal);
        Assert.Equal(CommentHandling.New, (await CommentAsync(desk)).Handling);
        await talk.PressAsync("c.sensitive.d.x.y.z", talk.CardRef);
        Assert.EndsWith("Очередь пуста.", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_is_taken_and_then_done_each_step_with_its_actor_in_the_audit_log()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 1, ["У меня диабет", "пара сурады"]);
        var administrator = await desk.SignInAsync(role: StaffRole.Administrator);
        await administrator.TypeAsync("/comments");
        await administrator.TapAsync("Особая очередь");
        await administrator.TapAsync("1: взять в работу");
        Assert.Contains("1. Коррупция · новый", administrator.Card.Text, StringComparison.Ordinal);
        Assert.Contains("2. Здоровье · в работе", administrator.Card.Text, StringComparison.Ordinal);
        var taken = await CommentAsync(desk, "diagnosis");
        await using (var db = desk.Host.Open())
            Assert.Equal((CommentHandling.Taken, (await db.StaffMembers.SingleAsync(Stop)).Id), (taken.Handling, taken.HandledBy));
        await administrator.TapAsync("2: обработано");
        await administrator.TapAsync("1: обработано");
        Assert.EndsWith("Очередь пуста.", administrator.Card.Text, StringComparison.Ordinal);
        await AssertHistoryAsync(administrator);
        Assert.Equal(CommentHandling.Done, (await CommentAsync(desk, "diagnosis")).Handling);
        var audit = await desk.AuditAsync("comments.sensitive");
        Assert.Equal(["take", "view", "done", "view", "done", "view", "view", "view"], audit.Skip(1).Select(a => a.Split(' ')[0].Split('.')[^1]));
        Assert.Equal($"comments.sensitive.take response:{taken.ResponseId},comment", audit[1]);
    }

    [Fact]
    public async Task The_queue_reads_in_Kazakh_and_is_turned_page_by_page()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 6, [.. Enumerable.Range(1, 6).Select(i => $"баламды {i} рет апардым")], language: "kk");
        var talk = await desk.SignInAsync("comments:sensitive", language: "kk");
        await talk.TypeAsync("/sensitive");
        Assert.StartsWith("Ерекше кезек: сыбайлас жемқорлық, денсаулық, балалар\nӨңделмегені: 6\n1 / 2 бет\n\n1. Балалар · жаңа · ", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("→");
        Assert.EndsWith("баламды 6 рет апардым", talk.Card.Text, StringComparison.Ordinal);
        Assert.Contains("2: өңделді", talk.Card.Rows.SelectMany(row => row).Select(button => button.Text));
    }

    [Fact]
    public async Task Whoever_is_named_reads_so_at_sign_in()
    {
        await using var desk = await CommentDesk.OpenAsync();
        Assert.Contains("Доступные данные: все, особая очередь комментариев.", (await desk.SignInAsync("comments:sensitive")).Card.Text, StringComparison.Ordinal);
        Assert.Contains("город Астана, пікірлердің ерекше кезегі", (await desk.SignInAsync("region:astana,comments:sensitive", language: "kk")).Card.Text.Replace("Астана қаласы", "город Астана", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task AssertHistoryAsync(Talk talk)
    {
        await talk.TapAsync("Обработанные");
        Assert.Contains("Обработано: 2", talk.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Здоровье · обработано", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("« Назад");
        Assert.EndsWith("Очередь пуста.", talk.Card.Text, StringComparison.Ordinal);
    }

    private static async Task<long> IdAsync(CommentDesk desk) => (await CommentAsync(desk)).ResponseId;

    private static async Task<CommentRow> CommentAsync(CommentDesk desk, string kind = "corruption")
    {
        await using var db = desk.Host.Open();
        return await db.Comments.SingleAsync(c => c.Sensitive == kind, Stop);
    }
}
