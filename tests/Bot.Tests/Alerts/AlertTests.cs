using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Alerts;

public sealed class AlertTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_low_ratings_of_a_criterion_are_told_the_morning_after_and_four_are_not()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await SubscribeAsync(desk);
        var day = desk.Today;
        await desk.RateAsync(4, day, 1, "astana", "period_ok");
        await desk.RateAsync(6, day, 3, "astana", "result_ok");
        desk.GoTo(day.AddDays(1), 9);
        Assert.Empty(await desk.AnnounceAsync());
        await desk.RateAsync(1, day.AddDays(1), 2, "astana", "period_ok");
        desk.GoTo(day.AddDays(1), 20);
        Assert.Empty(await desk.AnnounceAsync());
        desk.GoTo(day.AddDays(2), 9);
        Assert.Equal(
            """
            Сигнал
            Апостиль судебных документов
            По методике, опрос в чате

            1. Сроки: оценки 1–2 поставили не менее 5 чел., первый день – 25 ноября (Апостиль судебных документов)
            [Взять в работу: 1]
            [Апостиль судебных документов] [Комментарии]
            [Мои подписки]
            """, AlertDesk.Text(Assert.Single(await desk.AnnounceAsync())));
        Assert.Empty(await desk.AnnounceAsync());
    }

    [Fact]
    public async Task In_Kazakh_it_reads_so()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await SubscribeAsync(desk, "c.subscriptions.a.o.shymkent", "region:shymkent", "kk");
        await desk.RateAsync(12, desk.Today, 1, "shymkent", "period_ok");
        await desk.RateAsync(30, desk.Today.AddDays(-8), region: "shymkent");
        await desk.RateAsync(5, desk.Today.AddDays(-6), region: "shymkent");
        await desk.RateAsync(30, desk.Today, 3, "shymkent");
        desk.GoTo(desk.Today.AddDays(1), 9);
        var alert = Assert.Single(await desk.AnnounceAsync());
        Assert.Equal(
            """
            Дабыл
            Шымкент қаласы
            Әдістеме бойынша, чат-сауалнама

            1. Баға төмендеді: −1,40 (7 күн алдыңғысына қарағанда), кездейсоқ емес
            2. Мерзім: 1–2 деген баға қойғандар – кемінде 10 адам, алғашқы күн – 25 қараша (Сот құжаттарына апостиль қою)
            [Жұмысқа алу: 2]
            [Сот құжаттарына апостиль қою] [Пікірлер]
            [Жазылымдарым]
            """, AlertDesk.Text(alert));
        await talk.PressAsync(alert.Rows[1][0].Data, null);
        Assert.StartsWith("Сот құжаттарына апостиль қою\n", talk.Card.Text, StringComparison.Ordinal);
        await talk.PressAsync(alert.Rows[1][1].Data, null);
        Assert.Contains("Пікірлер", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_low_ratings_of_one_person_are_one()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await SubscribeAsync(desk);
        await desk.RateAsync(4, desk.Today, 1, "astana", "registration", "navigation", "speed");
        desk.GoTo(desk.Today.AddDays(1), 9);
        Assert.Empty(await desk.AnnounceAsync());
    }

    [Fact]
    public async Task A_drop_that_is_not_chance_is_told_and_one_that_may_be_is_not()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await SubscribeAsync(desk);
        var day = desk.Today;
        await desk.RateAsync(30, day.AddDays(-9));
        await desk.RateAsync(10, day.AddDays(-9), 3);
        await desk.RateAsync(29, day.AddDays(-2));
        await desk.RateAsync(11, day.AddDays(-2), 3);
        desk.GoTo(day.AddDays(1), 9);
        Assert.Empty(await desk.AnnounceAsync());
        await desk.RateAsync(60, day.AddDays(1), 3);
        desk.GoTo(day.AddDays(2), 9);
        var alert = Assert.Single(await desk.AnnounceAsync());
        Assert.Contains("\n1. Оценка снизилась: −", alert.Text, StringComparison.Ordinal);
        Assert.EndsWith(", не случайно", alert.Text, StringComparison.Ordinal);
        Assert.Equal("c.scores.s.-.3102008", alert.Rows[0][0].Data);
    }

    [Fact]
    public async Task A_rise_is_no_alert()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await SubscribeAsync(desk);
        await desk.RateAsync(40, desk.Today.AddDays(-9), 3);
        await desk.RateAsync(40, desk.Today.AddDays(-2));
        desk.GoTo(desk.Today.AddDays(1), 9);
        Assert.Empty(await desk.AnnounceAsync());
    }

    [Fact]
    public async Task The_same_is_told_again_after_seven_days_at_the_earliest_and_only_for_new_ratings()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await SubscribeAsync(desk);
        var first = desk.Today;
        await desk.RateAsync(7, first, 1, "astana", "period_ok");
        desk.GoTo(first.AddDays(1), 9);
        Assert.Single(await desk.AnnounceAsync());
        await desk.RateAsync(4, first.AddDays(1), 1, "astana", "period_ok");
        for (var days = 2; days <= 9; days++)
        {
            desk.GoTo(first.AddDays(days), 9);
            Assert.Empty(await desk.AnnounceAsync());
        }

        await desk.RateAsync(1, first.AddDays(9), 1, "astana", "period_ok");
        desk.GoTo(first.AddDays(10), 9);
        Assert.Contains("не менее 5 чел., первый день – 26 ноября", AlertDesk.Text(Assert.Single(await desk.AnnounceAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_ratings_within_the_seven_days_wait_for_their_end()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await SubscribeAsync(desk);
        var first = desk.Today;
        await desk.RateAsync(5, first, 1, "astana", "period_ok");
        desk.GoTo(first.AddDays(1), 9);
        Assert.Single(await desk.AnnounceAsync());
        await desk.RateAsync(5, first.AddDays(1), 1, "astana", "period_ok");
        desk.GoTo(first.AddDays(7), 9);
        Assert.Empty(await desk.AnnounceAsync());
        desk.GoTo(first.AddDays(8), 9);
        Assert.Single(await desk.AnnounceAsync());
    }

    [Fact]
    public async Task A_region_counts_its_own_people()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await SubscribeAsync(desk, "c.subscriptions.a.o.astana", "region:astana");
        await desk.RateAsync(4, desk.Today, 1, "astana", "period_ok");
        await desk.RateAsync(9, desk.Today, 1, "shymkent", "period_ok");
        desk.GoTo(desk.Today.AddDays(1), 9);
        Assert.Empty(await desk.AnnounceAsync());
    }

    [Fact]
    public async Task A_manager_of_another_service_hears_nothing_of_it()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await SubscribeAsync(desk, "c.subscriptions.a.o.-", "service:1403024");
        await desk.RateAsync(9, desk.Today, 1, "astana", "period_ok");
        desk.GoTo(desk.Today.AddDays(1), 9);
        Assert.Empty(await desk.AnnounceAsync());
    }

    [Fact]
    public async Task Of_two_programs_one_tells_it_and_a_revoked_scope_ends_it()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await SubscribeAsync(desk);
        await using var second = await desk.StartAnotherAsync();
        await desk.RateAsync(5, desk.Today, 1, "astana", "period_ok");
        desk.GoTo(desk.Today.AddDays(1), 9);
        await Task.WhenAll(desk.AnnounceAsync(), desk.AnnounceAsync(second));
        Assert.Single(desk.Channel.Shown);
        await talk.TypeAsync("/logout");
        await desk.RateAsync(40, desk.Today, 1);
        desk.GoTo(desk.Today.AddDays(8), 9);
        Assert.Empty(await desk.AnnounceAsync(second));
        Assert.Empty(await desk.SubscriptionsAsync());
    }

    [Fact]
    public async Task What_surely_has_not_arrived_is_told_later()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await SubscribeAsync(desk);
        await desk.RateAsync(5, desk.Today, 1, "astana", "period_ok");
        desk.GoTo(desk.Today.AddDays(1), 9);
        desk.Channel.Answer = () => new Bot.Channels.Delivery(Bot.Channels.DeliveryStatus.Later);
        Assert.Single(await desk.AnnounceAsync());
        desk.Channel.Answer = () => new Bot.Channels.Delivery(Bot.Channels.DeliveryStatus.Shown, "901");
        desk.GoTo(desk.Today, 9, 1);
        Assert.Single(await desk.AnnounceAsync());
        desk.GoTo(desk.Today, 10);
        Assert.Empty(await desk.AnnounceAsync());
    }

    private static async Task<Talk> SubscribeAsync(AlertDesk desk, string subscribe = "c.subscriptions.a.s.-.3102008", string scope = "", string language = "ru")
    {
        var talk = await desk.SignInAsync(scope, language: language);
        await talk.PressAsync(subscribe, null);
        await using var db = desk.Host.Open();
        Assert.Equal(1, await db.Subscriptions.ExecuteUpdateAsync(set => set.SetProperty(s => s.Digest, Bot.Persistence.Entities.DigestRhythm.None).SetProperty(s => s.NextDigestAt, (DateTimeOffset?)null), Stop));
        return talk;
    }
}
