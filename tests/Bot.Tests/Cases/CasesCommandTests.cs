using System.Globalization;
using Bot.Conversations;
using Bot.Persistence.Entities;
using Bot.Tests.Alerts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Cases;

public sealed class CasesCommandTests
{
    private const string Open = "c.cases.o.3102008.-.timing";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_is_taken_from_an_alert_answered_and_done()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync();
        await talk.PressAsync("c.subscriptions.a.s.-.3102008", null);
        await desk.RateAsync(5, desk.Today, 1, "astana", "period_ok");
        desk.GoTo(desk.Today.AddDays(1), 9);
        var alert = Assert.Single(await desk.AnnounceAsync());
        await talk.PressAsync(alert.Rows[0][0].Data, null);
        Assert.Equal(
            """
            Случай
            Апостиль судебных документов · Сроки

            в работе (у Вас)
            Открыт: 26 ноября
            срок: 3 декабря
            [Передать другим]
            [Ответ дан]
            [Исправлено]
            [Оценки услуги] [Комментарии]
            [« Назад]
            """, AlertDesk.Text(talk.Card));
        await talk.TapAsync("Ответ дан");
        Assert.Contains("\nответ дан (у Вас)\n", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Исправлено");
        Assert.Equal(
            """
            Случай
            Апостиль судебных документов · Сроки

            исправлено
            Открыт: 26 ноября
            [Оценки услуги] [Комментарии]
            [« Назад]
            """, AlertDesk.Text(talk.Card));
        Assert.Equal(["case.open", "case.answer", "case.done"], await desk.AuditAsync("case."));
        await talk.TapAsync("« Назад");
        Assert.StartsWith("Случаи в работе\n\nОткрытых случаев нет.", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Kazakh_it_reads_so()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync("region:shymkent", language: "kk");
        await talk.PressAsync("c.cases.o.3102008.shymkent.timing", null);
        Assert.Equal(
            """
            Мәселе
            Сот құжаттарына апостиль қою · Шымкент қаласы · Мерзім

            жұмыста (Сізде)
            Ашылған күні: 25 қараша
            мерзімі: 2 желтоқсан
            [Басқаға беру]
            [Жауап берілді]
            [Түзетілді]
            [Қызметтің бағасы] [Пікірлер]
            [« Артқа]
            """, AlertDesk.Text(talk.Card));
        desk.GoTo(new DateOnly(2026, 12, 2), 18);
        await talk.TypeAsync("/cases");
        Assert.Equal(
            """
            Жұмыстағы мәселелер

            1. Сот құжаттарына апостиль қою · Шымкент қаласы · Мерзім: жұмыста, ⚠ мерзімі өтті: 2 желтоқсан
            [1]
            [Қызметтердің бағасы]
            """, AlertDesk.Text(talk.Card));
    }

    [Fact]
    public async Task Whatever_is_pressed_twice_happens_once()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync();
        await talk.PressAsync(Open, null);
        await talk.PressAsync(Open, null);
        var id = Assert.Single(await CasesAsync(desk)).Id;
        foreach (var act in (string[])["t", "a", "a", "t", "u", "d", "d", "a", "t"])
            await talk.PressAsync(Data(act, id), null);
        Assert.Equal(CaseState.Done, Assert.Single(await CasesAsync(desk)).State);
        Assert.Equal(["case.open", "case.answer", "case.done"], await desk.AuditAsync("case."));
        await talk.PressAsync(Open, null);
        Assert.Equal([CaseState.Done, CaseState.Taken], (await CasesAsync(desk)).Select(c => c.State));
    }

    [Fact]
    public async Task Two_who_press_in_the_same_moment_open_one_case_and_one_has_it()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await using var second = await desk.StartAnotherAsync();
        var (one, other) = (await desk.SignInAsync(), await desk.SignInAsync());
        other.Host = second;
        await Task.WhenAll(one.PressAsync(Open, null), other.PressAsync(Open, null));
        Assert.Single(await CasesAsync(desk));
        Assert.Single(await desk.AuditAsync("case."));
        Assert.Single(new[] { one, other }, talk => talk.Card.Text.Contains("(у Вас)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_is_handed_on_and_only_its_owner_moves_it()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var (one, other) = (await desk.SignInAsync(), await desk.SignInAsync());
        await one.PressAsync(Open, null);
        var id = Assert.Single(await CasesAsync(desk)).Id;
        await other.PressAsync(Data("d", id), null);
        Assert.Equal(
            """
            Случай
            Апостиль судебных документов · Сроки

            в работе (у другого сотрудника)
            Открыт: 25 ноября
            срок: 2 декабря
            [Взять на себя]
            [Оценки услуги] [Комментарии]
            [« Назад]
            """, AlertDesk.Text(other.Card));
        await one.TapAsync("Передать другим");
        Assert.Contains("\nникто не взял\n", one.Card.Text, StringComparison.Ordinal);
        await other.PressAsync(Data("t", id), null);
        Assert.Contains("\nв работе (у Вас)\n", other.Card.Text, StringComparison.Ordinal);
        await one.PressAsync(Data("t", id), null);
        Assert.Equal(["case.open", "case.release", "case.take", "case.take"], await desk.AuditAsync("case."));
    }

    [Theory]
    [InlineData("c.cases.o.1403024.-.timing")]
    [InlineData("c.cases.o.3102008.shymkent.timing")]
    [InlineData("c.cases.o.3102008.-.timing")]
    [InlineData("c.cases.o.3102008.astana.nothing")]
    [InlineData("c.cases.o.nothing.astana.timing")]
    public async Task A_forged_button_opens_nothing_outside_the_scope(string data)
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync("region:astana");
        await talk.PressAsync(data.Replace("1403024.-", "1403024.abai", StringComparison.Ordinal), null);
        Assert.Equal(AlertDesk.Refused, talk.Card.Text);
        Assert.Empty(await CasesAsync(desk));
    }

    [Fact]
    public async Task A_region_that_does_not_exist_is_refused_to_those_who_see_all()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync();
        await talk.PressAsync("c.cases.o.3102008.nowhere.timing", null);
        Assert.Empty(await CasesAsync(desk));
    }

    [Fact]
    public async Task A_case_is_seen_within_its_scope_alone()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await (await desk.SignInAsync("region:shymkent")).PressAsync("c.cases.o.3102008.shymkent.timing", null);
        var id = Assert.Single(await CasesAsync(desk)).Id;
        foreach (var (scope, sees) in new[] { ("region:shymkent", true), ("service:3102008", true), ("", true), ("region:astana", false), ("service:1403024", false) })
        {
            var talk = await desk.SignInAsync(scope);
            await talk.TypeAsync("/cases");
            Assert.Equal(sees, talk.Card.Text.Contains("Апостиль", StringComparison.Ordinal));
            foreach (var act in sees ? [] : (string[])["i", "t", "d"])
            {
                await talk.PressAsync(Data(act, id), null);
                Assert.Equal(AlertDesk.Refused, talk.Card.Text);
            }
        }

        Assert.Equal(["case.open"], await desk.AuditAsync("case."));
    }

    [Fact]
    public async Task A_coordinator_has_no_cases()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync(role: StaffRole.Coordinator);
        await talk.TypeAsync("/cases");
        Assert.Equal(AlertDesk.Refused, talk.Card.Text);
    }

    private static async Task<IReadOnlyList<CaseRow>> CasesAsync(AlertDesk desk)
    {
        await using var db = desk.Host.Open();
        return await db.Cases.AsNoTracking().OrderBy(c => c.Id).ToListAsync(Stop);
    }

    private static string Data(string act, long id) => string.Create(CultureInfo.InvariantCulture, $"c.cases.{act}.{id}");
}
