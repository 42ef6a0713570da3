using System.Globalization;
using Bot.Conversations;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Quarantine;

public sealed class QuarantineCommandTests
{
    private const string Refused = "У Вас нет доступа к этому разделу.";

    [Fact]
    public async Task The_list_says_why_what_and_how_fast_but_not_who()
    {
        await using var watched = await WatchedHost.StartAsync();
        await watched.AnswerAsync("7001", seconds: 0.4);
        watched.Clock.Advance(TimeSpan.FromMinutes(1));
        await watched.AnswerAsync("7002", seconds: 1.5);
        var staff = await watched.StaffAsync();

        Assert.Equal(
            """
            Карантин ответов
            Ждут решения: 2. В баллах они не учитываются.

            1. Одинаковые оценки, слишком быстро
            Адрес недвижимости: присвоение, отмена, электронная, город Астана
            25 ноября 2026 г. · оценок: 9 · секунд на оценку: 1,5

            2. Отвечено слишком быстро
            Адрес недвижимости: присвоение, отмена, электронная, город Астана
            25 ноября 2026 г. · оценок: 9 · секунд на оценку: 0,4
            """,
            Spaced(staff.Card.Text));
        Assert.Equal(["1", "2", "Принятые решения"], Labels(staff.Card));

        await staff.TapAsync("2");
        Assert.Equal(
            """
            Карантин ответов

            Отвечено слишком быстро
            Адрес недвижимости: присвоение, отмена, электронная, город Астана
            25 ноября 2026 г. · оценок: 9 · секунд на оценку: 0,4

            Не учитывается, ждет решения
            """,
            Spaced(staff.Card.Text));
        Assert.Equal(["Учитывать", "Не учитывать", "« Назад"], Labels(staff.Card));
    }

    [Fact]
    public async Task In_kazakh_too()
    {
        await using var watched = await WatchedHost.StartAsync();
        await watched.AnswerAsync("7001", seconds: 0.4);
        var staff = await watched.StaffAsync(language: "Қазақша");
        Assert.Equal(
            """
            Жауаптар карантині
            Шешім күтуде: 1. Олар есепке алынбайды.

            1. Тым жылдам жауап берілген
            Мекенжай беру немесе жою, электрондық, Астана қаласы
            2026 ж. 25 қараша · баға саны: 9 · бір бағаға кеткен секунд: 0,4
            """,
            Spaced(staff.Card.Text));
        await staff.TapAsync("1");
        Assert.Equal(["Есептеу", "Есептемеу", "« Артқа"], Labels(staff.Card));
    }

    [Fact]
    public async Task Whatever_is_decided_counts_once_however_often_it_is_pressed_and_can_be_taken_back()
    {
        await using var watched = await WatchedHost.StartAsync();
        await watched.AnswerAsync("7001", seconds: 0.4);
        var id = Assert.Single(await watched.ResponsesAsync()).Id.ToString(CultureInfo.InvariantCulture);
        var staff = await watched.StaffAsync();
        await staff.TapAsync("1");
        await TwiceAsync(staff, "Учитывать");
        Assert.Contains("Учитывается по решению", staff.Card.Text, StringComparison.Ordinal);
        Assert.Equal(1, await watched.CountedAsync());

        await TwiceAsync(staff, "Вернуть в карантин");
        Assert.Equal(0, await watched.CountedAsync());
        await TwiceAsync(staff, "Не учитывать");
        Assert.Contains("Не учитывается по решению", staff.Card.Text, StringComparison.Ordinal);
        Assert.Equal(["Учитывать", "« Назад"], Labels(staff.Card));
        await staff.TapAsync("« Назад");
        Assert.StartsWith("Карантин ответов\nРешения приняты: 1\n", staff.Card.Text, StringComparison.Ordinal);
        Assert.EndsWith("\nНе учитывается по решению", staff.Card.Text, StringComparison.Ordinal);
        await staff.TapAsync("1");
        await TwiceAsync(staff, "Учитывать");
        Assert.Equal(1, await watched.CountedAsync());

        string[] done = ["suspect", "release", "return", "confirm", "release"];
        Assert.Equal(done.Select((act, i) => $"{(i == 0 ? "rule" : "staff")}: quarantine.{act} speeder {id}"), await watched.AuditAsync());
    }

    [Fact]
    public async Task Many_alike_are_decided_at_once_but_none_that_came_after_the_card_was_shown()
    {
        await using var watched = await WatchedHost.StartAsync();
        for (var i = 0; i < 7; i++)
            await watched.AnswerAsync($"700{i}", seconds: 0.4);
        await watched.AnswerAsync("7008", seconds: 1.5);
        var staff = await watched.StaffAsync();
        Assert.Contains("Страница 1 из 2", staff.Card.Text, StringComparison.Ordinal);
        await staff.TapAsync("→");
        Assert.Equal(["1", "2", "3", "←", "Принятые решения"], Labels(staff.Card));
        await staff.TapAsync("1");
        var (all, card) = (staff.Data("Учитывать все такие: 7"), staff.CardRef);
        await watched.AnswerAsync("7009", seconds: 0.4);
        await staff.PressAsync(all, card);
        Assert.Equal(7, await watched.CountedAsync());
        await staff.PressAsync(all, card);
        Assert.Equal(7, await watched.CountedAsync());
        Assert.Equal(2, (await watched.ResponsesAsync()).Count(r => r.Quarantine == QuarantineStatus.Suspected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("l.99999999999999999999")]
    [InlineData("d.-1")]
    [InlineData("o.1")]
    [InlineData("r")]
    [InlineData("ra.1.2")]
    [InlineData("zz.zz")]
    public async Task Whatever_a_button_says_the_answer_is_a_card(string data)
    {
        await using var watched = await WatchedHost.StartAsync();
        var staff = await watched.StaffAsync();
        await staff.PressAsync("c.quarantine." + data, staff.CardRef);
        Assert.StartsWith("Карантин ответов", staff.Card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(StaffRole.Manager))]
    [InlineData(nameof(StaffRole.Coordinator))]
    public async Task Nobody_but_administrators_sees_or_moves_anything(string role)
    {
        await using var watched = await WatchedHost.StartAsync();
        await watched.AnswerAsync("7001", seconds: 0.4);
        var id = Assert.Single(await watched.ResponsesAsync()).Id;
        var staff = await watched.StaffAsync(Enum.Parse<StaffRole>(role));
        Assert.Equal(Refused, staff.Card.Text);
        var citizen = await new Talk(watched.Host, "7005").TypeAsync("/quarantine");
        Assert.Equal(Refused, citizen.Card.Text);
        foreach (var act in new[] { "l.0", "d.0", $"o.{id}", $"r.{id}", $"k.{id}", $"b.{id}", $"ra.{id}.{long.MaxValue}", $"ka.{id}.{long.MaxValue}" })
        {
            Assert.Equal(Refused, (await staff.PressAsync("c.quarantine." + act, staff.CardRef)).Card.Text);
            Assert.Equal(Refused, (await citizen.PressAsync("c.quarantine." + act, citizen.CardRef)).Card.Text);
        }

        Assert.Equal(QuarantineStatus.Suspected, Assert.Single(await watched.ResponsesAsync()).Quarantine);
    }

    private static async Task TwiceAsync(Talk talk, string label)
    {
        var (data, card) = (talk.Data(label), talk.CardRef);
        await talk.PressAsync(data, card);
        var once = talk.Card;
        await talk.PressAsync(data, card);
        Assert.Equal(once.Text, talk.Card.Text);
    }

    // Dates hold spaces at which no line breaks.
    private static string Spaced(string text) => text.Replace('\u00a0', ' ');

    private static IEnumerable<string> Labels(Card card)
    {
        var buttons = card.Rows.SelectMany(row => row).ToList();
        Assert.All(buttons, b => Assert.InRange(b.Data.Length, 1, CardLimits.ButtonData));
        Assert.All(buttons, b => Assert.InRange(b.Text.Length, 1, CardLimits.ButtonText));
        return buttons.Select(b => b.Text);
    }
}
