using Bot.Conversations;
using Bot.Persistence.Entities;
using Xunit;

namespace Bot.Tests.Alerts;

public sealed class SubscriptionsCommandTests
{
    [Fact]
    public async Task A_button_of_a_score_card_subscribes_and_others_change_and_end_it()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync();
        await talk.TypeAsync("/scores апостиль");
        await talk.TapAsync("Подписаться");
        Assert.Equal(
            """
            Подписка
            Апостиль судебных документов

            сводка по понедельникам
            сигналы включены

            Сообщения приходят в 09:00, ночью бот не пишет. Сигнал: снижение, которое не случайно, или несколько низких оценок по одному критерию.
            [Сводка каждый день] [Без сводки]
            [Выключить сигналы]
            [Отписаться]
            [« Назад] [Оценки услуг]
            """, AlertDesk.Text(talk.Card));
        await talk.TapAsync("Сводка каждый день");
        await talk.TapAsync("Выключить сигналы");
        Assert.Equal((DigestRhythm.Daily, false, null), State(Assert.Single(await desk.SubscriptionsAsync())));
        await talk.TapAsync("« Назад");
        Assert.Equal(
            """
            Ваши подписки

            • Апостиль судебных документов: сводка каждый день; сигналы выключены
            [Апостиль судебных документов]
            [Оценки услуг]
            """, AlertDesk.Text(talk.Card));
        await talk.TapAsync("Апостиль судебных документов");
        await talk.TapAsync("Отписаться");
        Assert.StartsWith("Подписка отменена: Апостиль судебных документов.\n\nВаши подписки\n\nПодписок пока нет.", talk.Card.Text, StringComparison.Ordinal);
        Assert.Empty(await desk.SubscriptionsAsync());
    }

    [Fact]
    public async Task In_Kazakh_it_reads_so()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync("region:shymkent", language: "kk");
        await talk.TypeAsync("/scores");
        await talk.TapAsync("Жазылу");
        await talk.TapAsync("Қорытындысыз");
        await talk.TypeAsync("/subscriptions");
        Assert.Equal(
            """
            Жазылымдарыңыз

            • Шымкент қаласы: қорытындысыз; дабыл қосулы
            [Шымкент қаласы]
            [Қызметтердің бағасы]
            """, AlertDesk.Text(talk.Card));
    }

    [Fact]
    public async Task Whatever_is_pressed_twice_happens_once()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync();
        const string Subscribe = "c.subscriptions.a.v.-.egov";
        await talk.PressAsync(Subscribe, null);
        await talk.TapAsync("Сводка каждый день");
        var daily = Assert.Single(await desk.SubscriptionsAsync());
        await talk.PressAsync(Subscribe, null);
        await talk.PressAsync($"c.subscriptions.d.{daily.Id}.daily", null);
        Assert.Equal(State(daily), State(Assert.Single(await desk.SubscriptionsAsync())));
        await talk.PressAsync($"c.subscriptions.r.{daily.Id}", null);
        await talk.PressAsync($"c.subscriptions.r.{daily.Id}", null);
        Assert.StartsWith("Ваши подписки\n\nПодписок пока нет.", talk.Card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c.subscriptions.a.s.-.1403024")]
    [InlineData("c.subscriptions.a.s.shymkent.3102008")]
    [InlineData("c.subscriptions.a.v.-.egov")]
    [InlineData("c.subscriptions.a.o.shymkent")]
    [InlineData("c.subscriptions.a.s.-.nothing")]
    [InlineData("c.subscriptions.a.x.-.3102008")]
    [InlineData("c.subscriptions.a")]
    public async Task A_forged_button_subscribes_to_nothing_outside_the_scope(string data)
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync("service:3102008");
        await talk.PressAsync(data, null);
        Assert.Empty(await desk.SubscriptionsAsync());
    }

    [Fact]
    public async Task Another_persons_subscription_is_neither_seen_nor_changed()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await (await desk.SignInAsync()).PressAsync("c.subscriptions.a.o.-", null);
        var theirs = Assert.Single(await desk.SubscriptionsAsync());
        var talk = await desk.SignInAsync();
        foreach (var act in (string[])["i.{0}", "d.{0}.none", "w.{0}.0", "r.{0}"])
        {
            await talk.PressAsync("c.subscriptions." + act.Replace("{0}", theirs.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), null);
            Assert.StartsWith("Ваши подписки\n\nПодписок пока нет.", talk.Card.Text, StringComparison.Ordinal);
        }

        Assert.Equal(State(theirs), State(Assert.Single(await desk.SubscriptionsAsync())));
    }

    [Fact]
    public async Task A_coordinator_cannot_subscribe()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync(role: StaffRole.Coordinator);
        await talk.PressAsync("c.subscriptions.a.o.-", null);
        Assert.Equal(AlertDesk.Refused, talk.Card.Text);
        Assert.Empty(await desk.SubscriptionsAsync());
    }

    [Fact]
    public async Task There_are_twenty_subscriptions_at_most()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync();
        var services = desk.Host.Get<Bot.Survey.Catalogue.ServiceCatalogue>().Services;
        foreach (var service in services.Take(21))
            await talk.PressAsync($"c.subscriptions.a.s.-.{service.Id}", null);
        Assert.Equal(20, (await desk.SubscriptionsAsync()).Count);
        Assert.StartsWith("Подписок может быть не больше 20.", talk.Card.Text, StringComparison.Ordinal);
    }

    private static (DigestRhythm, bool, DateTimeOffset?) State(SubscriptionRow row) => (row.Digest, row.Alerts, row.NextAlertAt);
}
