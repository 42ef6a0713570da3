using Bot.Channels;
using Bot.Managers;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Alerts;

public sealed class DigestTests
{
    private static readonly DateOnly Monday = new(2026, 11, 30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_weekly_digest_comes_on_Monday_at_nine_once_and_is_the_card_of_the_chat()
    {
        await using var desk = await SubscribedAsync("c.subscriptions.a.s.-.3102008");
        var talk = desk.Talk;
        await desk.Alerts.RateAsync(40, Monday.AddDays(-3));
        foreach (var (day, hour) in new[] { (Monday.AddDays(-1), 12), (Monday, 8) })
        {
            desk.Alerts.GoTo(day, hour, 59);
            Assert.Empty(await desk.Alerts.AnnounceAsync());
        }

        desk.Alerts.GoTo(Monday, 9);
        var digest = Assert.Single(await desk.Alerts.AnnounceAsync());
        Assert.Empty(await desk.Alerts.AnnounceAsync());
        var week = PeriodChoice.Own(Monday.AddDays(-7), Monday.AddDays(-1));
        await talk.PressAsync(new ScorePlace(null, week).Data("s", AlertDesk.Apostille), null);
        Assert.Equal("Сводка за неделю\n\n" + talk.Card.Text, digest.Text);
        Assert.Contains("5,00", digest.Text, StringComparison.Ordinal);
        Assert.Equal(talk.Card.Rows.SelectMany(row => row).Append(new("Мои подписки", "c.subscriptions")), digest.Rows.SelectMany(row => row));
        desk.Alerts.GoTo(Monday.AddDays(7), 9);
        Assert.Single(await desk.Alerts.AnnounceAsync());
    }

    [Fact]
    public async Task A_daily_digest_comes_every_day_and_never_in_quiet_hours()
    {
        await using var desk = await SubscribedAsync("c.subscriptions.a.o.-", "Сводка каждый день");
        var hours = new List<(int Day, int Hour)>();
        for (var moment = desk.Alerts.Clock.GetUtcNow(); moment < desk.Alerts.Clock.Start.AddDays(3); moment += TimeSpan.FromHours(1))
        {
            desk.Alerts.Clock.SetUtcNow(moment);
            var there = moment.ToOffset(TimeSpan.FromHours(5));
            hours.AddRange((await desk.Alerts.AnnounceAsync()).Select(_ => (there.Day, there.Hour)));
        }

        Assert.Equal([(26, 9), (27, 9), (28, 9)], hours);
    }

    [Fact]
    public async Task What_was_due_while_the_program_was_down_comes_once_and_not_at_night()
    {
        await using var desk = await SubscribedAsync("c.subscriptions.a.o.-", "Сводка каждый день");
        desk.Alerts.GoTo(Monday, 21);
        Assert.Empty(await desk.Alerts.AnnounceAsync());
        desk.Alerts.GoTo(Monday.AddDays(1), 8, 59);
        Assert.Empty(await desk.Alerts.AnnounceAsync());
        desk.Alerts.GoTo(Monday.AddDays(1), 11);
        Assert.StartsWith("Ежедневная сводка\n\nОценки услуг\n", Assert.Single(await desk.Alerts.AnnounceAsync()).Text, StringComparison.Ordinal);
        Assert.Empty(await desk.Alerts.AnnounceAsync());
        desk.Alerts.GoTo(Monday.AddDays(2), 9);
        Assert.Single(await desk.Alerts.AnnounceAsync());
    }

    [Fact]
    public async Task Of_two_programs_one_sends()
    {
        await using var desk = await SubscribedAsync("c.subscriptions.a.o.-");
        await using var second = await desk.Alerts.StartAnotherAsync();
        desk.Alerts.GoTo(Monday, 9);
        await Task.WhenAll(desk.Alerts.AnnounceAsync(), desk.Alerts.AnnounceAsync(second));
        await desk.Alerts.AnnounceAsync(second);
        Assert.Single(desk.Alerts.Channel.Shown);
    }

    [Fact]
    public async Task It_is_written_in_the_subscribers_language()
    {
        await using var desk = await SubscribedAsync("c.subscriptions.a.v.-.egov", language: "kk");
        desk.Alerts.GoTo(Monday, 9);
        Assert.StartsWith("Апталық қорытынды\n\n", Assert.Single(await desk.Alerts.AnnounceAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("service:1403024")]
    [InlineData("region:astana")]
    public async Task Whose_rights_no_longer_reach_it_gets_nothing_and_the_subscription_is_removed(string? scope)
    {
        await using var desk = await SubscribedAsync("c.subscriptions.a.s.-.3102008");
        await desk.Alerts.RateAsync(40, Monday.AddDays(-3));
        if (scope is null)
            await desk.Talk.TypeAsync("/logout");
        else
            await desk.Talk.TypeAsync(await desk.Alerts.Host.Get<StaffCodes>().IssueAsync(Bot.Conversations.StaffRole.Manager, StaffScope.Of(scope.Split(',')), "test", Stop));
        desk.Alerts.GoTo(Monday, 9);
        Assert.Empty(await desk.Alerts.AnnounceAsync());
        Assert.Empty(await desk.Alerts.SubscriptionsAsync());
    }

    [Fact]
    public async Task What_may_have_arrived_is_not_sent_again()
    {
        await using var desk = await SubscribedAsync("c.subscriptions.a.o.-");
        desk.Alerts.GoTo(Monday, 9);
        desk.Alerts.Channel.Answer = () => new Delivery(DeliveryStatus.Later, MayHaveArrived: true);
        Assert.Single(await desk.Alerts.AnnounceAsync());
        desk.Alerts.GoTo(Monday, 12);
        Assert.Empty(await desk.Alerts.AnnounceAsync());
        desk.Alerts.Channel.Answer = () => throw new HttpRequestException("gone");
        desk.Alerts.GoTo(Monday.AddDays(7), 9);
        Assert.Single(await desk.Alerts.AnnounceAsync());
        Assert.Empty(await desk.Alerts.AnnounceAsync());
    }

    [Fact]
    public async Task What_surely_has_not_arrived_is_sent_when_the_channel_lets_it()
    {
        await using var desk = await SubscribedAsync("c.subscriptions.a.o.-");
        desk.Alerts.GoTo(Monday, 9);
        var until = desk.Alerts.Clock.GetUtcNow().AddMinutes(38);
        desk.Alerts.Channel.Answer = () => new Delivery(DeliveryStatus.Later, NotBefore: until);
        Assert.Single(await desk.Alerts.AnnounceAsync());
        desk.Alerts.GoTo(Monday, 9, 37);
        Assert.Empty(await desk.Alerts.AnnounceAsync());
        desk.Alerts.Channel.Answer = () => new Delivery(DeliveryStatus.Shown, "901");
        desk.Alerts.GoTo(Monday, 9, 38);
        Assert.Single(await desk.Alerts.AnnounceAsync());
        desk.Alerts.GoTo(Monday, 10);
        Assert.Empty(await desk.Alerts.AnnounceAsync());
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_is_left_alone()
    {
        await using var desk = await SubscribedAsync("c.subscriptions.a.o.-");
        desk.Alerts.Channel.Answer = () => new Delivery(DeliveryStatus.Gone);
        desk.Alerts.GoTo(Monday, 9);
        Assert.Single(await desk.Alerts.AnnounceAsync());
        desk.Alerts.GoTo(Monday.AddDays(7), 9);
        Assert.Empty(await desk.Alerts.AnnounceAsync());
        Assert.Single(await desk.Alerts.SubscriptionsAsync());
    }

    [Fact]
    public async Task In_a_web_chat_it_waits_until_the_person_is_there()
    {
        await using var desk = await SubscribedAsync("c.subscriptions.a.o.-");
        desk.Alerts.Channel.IsReachable = false;
        desk.Alerts.GoTo(Monday, 9);
        Assert.Empty(await desk.Alerts.AnnounceAsync());
        desk.Alerts.Channel.IsReachable = true;
        desk.Alerts.GoTo(Monday, 15);
        Assert.Single(await desk.Alerts.AnnounceAsync());
        Assert.Empty(await desk.Alerts.AnnounceAsync());
    }

    [Fact]
    public async Task Its_buttons_are_answered_on_the_message_itself_and_words_below_it_are_a_search()
    {
        await using var desk = await SubscribedAsync("c.subscriptions.a.o.-");
        desk.Alerts.GoTo(Monday, 9);
        var digest = Assert.Single(await desk.Alerts.AnnounceAsync());
        await desk.Talk.PressAsync(digest.Rows[0][0].Data, "900");
        Assert.Equal("900", desk.Talk.Reply.EditRef);
        await desk.Talk.TypeAsync("1403024");
        Assert.StartsWith("Лицензия на импорт РЭС и ВЧУ\n", desk.Talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_erases_their_data_is_written_to_no_more()
    {
        await using var desk = await SubscribedAsync("c.subscriptions.a.o.-");
        await desk.Talk.TypeAsync("/forget");
        await desk.Talk.TapAsync("Да, стереть");
        await using var db = desk.Alerts.Host.Open();
        Assert.False(await db.Subscriptions.AnyAsync(Stop) || await db.Contacts.AnyAsync(Stop));
    }

    private static async Task<Subscribed> SubscribedAsync(string subscribe, string? rhythm = null, string language = "ru")
    {
        var alerts = await AlertDesk.OpenAsync();
        var talk = await alerts.SignInAsync(language: language);
        await talk.PressAsync(subscribe, null);
        if (rhythm is not null)
            await talk.TapAsync(rhythm);
        await using var db = alerts.Host.Open();
        await db.Subscriptions.ExecuteUpdateAsync(set => set.SetProperty(s => s.Alerts, false).SetProperty(s => s.NextAlertAt, (DateTimeOffset?)null), Stop);
        return new Subscribed(alerts, talk);
    }

    private sealed record Subscribed(AlertDesk Alerts, Talk Talk) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Alerts.DisposeAsync();
    }
}
