using Bot.Channels;
using Bot.Conversations;
using Bot.Persistence.Entities;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Invitations.Sending;

/// <summary>Who is written to when, at the borders of each rule, by a clock that the test moves.</summary>
public sealed class SendingTimesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-25 20:59:59", true)]
    [InlineData("2026-11-25 21:00:00", false)]
    [InlineData("2026-11-26 08:59:59", false)]
    [InlineData("2026-11-26 09:00:00", true)]
    [InlineData("2026-12-15 20:59:59", true)]
    [InlineData("2026-12-16 09:00:00", false)]
    [InlineData("2026-12-16 20:59:59", false)]
    [InlineData("2026-12-17 08:59:59", false)]
    [InlineData("2026-12-17 09:00:00", true)]
    public async Task Nobody_is_written_to_in_quiet_hours_and_on_holidays(string moment, bool sent)
    {
        await using var desk = await SendingDesk.OpenAsync();
        await desk.InviteAsync();
        desk.GoTo(moment);
        Assert.Equal(sent ? [SendingDesk.Chat] : [], await desk.SendAsync());
    }

    [Fact]
    public async Task What_was_claimed_before_the_quiet_hours_and_would_leave_in_them_waits_for_the_morning()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var invitation = await desk.InviteAsync();
        desk.GoTo("2026-11-25 20:59:59");
        desk.Channel.Wait = () =>
        {
            desk.GoTo("2026-11-25 21:00:00");
            return desk.Now;
        };
        Assert.Empty(await desk.SendAsync());
        Assert.Equal([MessageState.Due], await desk.StatesAsync(invitation));
        desk.Channel.Wait = null;
        desk.GoTo("2026-11-26 09:00:00");
        Assert.Equal([SendingDesk.Chat], await desk.SendAsync());
    }

    [Fact]
    public async Task What_expires_between_claim_and_send_is_not_sent()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var invitation = await desk.InviteAsync(change: i => i.ExpiresAt = desk.Now.AddSeconds(2));
        desk.Channel.Wait = () =>
        {
            desk.Clock.Advance(TimeSpan.FromSeconds(2));
            return desk.Now;
        };
        Assert.Empty(await desk.SendAsync());
        Assert.Equal([MessageState.Cancelled], await desk.StatesAsync(invitation));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public async Task An_invitation_is_sent_until_it_expires(int secondsLeft, bool sent)
    {
        await using var desk = await SendingDesk.OpenAsync();
        var invitation = await desk.InviteAsync(change: i => i.ExpiresAt = desk.Now.AddHours(1));
        desk.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(secondsLeft));
        Assert.Equal(sent ? 1 : 0, (await desk.SendAsync()).Count);
        Assert.Equal([sent ? MessageState.Delivered : MessageState.Cancelled], await desk.StatesAsync(invitation));
    }

    [Fact]
    public async Task Whoever_was_invited_by_any_service_rests_to_the_end_of_the_cool_down()
    {
        await using var desk = await SendingDesk.OpenAsync(("Invitations:Reminders", "0"));
        var first = await desk.InviteAsync();
        var second = await desk.InviteAsync(change: i => i.ServiceId = "3102008");
        Assert.Equal([SendingDesk.Chat], await desk.SendAsync());
        Assert.Equal([MessageState.Delivered], await desk.StatesAsync(first));
        var waiting = await desk.MessageAsync(second);
        Assert.Equal((MessageState.Due, desk.Now.AddDays(14)), (waiting.State, waiting.DueAt));
        desk.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        Assert.Empty(await desk.SendAsync());
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([SendingDesk.Chat], await desk.SendAsync());
    }

    [Fact]
    public async Task The_rest_holds_for_all_pseudonyms_of_a_person()
    {
        await using var desk = await SendingDesk.OpenAsync(("Invitations:Reminders", "0"));
        await desk.InviteAsync();
        await desk.SendAsync();
        await desk.ChangeAsync(async db =>
        {
            db.Recipients.Add(new RecipientRow { Id = "r-other", ConversationId = desk.ConversationOf(SendingDesk.Chat) });
            await db.SaveChangesAsync(Stop);
        });
        await desk.InviteAsync(change: i => i.Recipient = "r-other");
        Assert.Empty(await desk.SendAsync());
    }

    [Theory]
    [InlineData(0, MessageState.Cancelled)]
    [InlineData(1, MessageState.Due)]
    public async Task An_invitation_that_would_not_outlive_the_rest_is_dropped(int seconds, object state)
    {
        await using var desk = await SendingDesk.OpenAsync(("Invitations:Reminders", "0"), ("Invitations:CooldownDays", "5"));
        await desk.InviteAsync();
        await desk.SendAsync();
        var second = await desk.InviteAsync(change: i => i.ExpiresAt = desk.Now.AddDays(5).AddSeconds(seconds));
        Assert.Empty(await desk.SendAsync());
        Assert.Equal([(MessageState)state], await desk.StatesAsync(second));
    }

    [Fact]
    public async Task Without_a_cool_down_nobody_rests()
    {
        await using var desk = await SendingDesk.OpenAsync(("Invitations:CooldownDays", "0"));
        await desk.InviteAsync();
        await desk.InviteAsync();
        Assert.Equal([SendingDesk.Chat, SendingDesk.Chat], await desk.SendAsync());
    }

    [Fact]
    public async Task Two_reminders_follow_each_exactly_at_its_time_and_no_third()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var invitation = await desk.InviteAsync();
        await desk.SendAsync();
        foreach (var days in new[] { 3, 4 })
        {
            desk.Clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromSeconds(1));
            Assert.Empty(await desk.SendAsync());
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal([SendingDesk.Chat], await desk.SendAsync());
            Assert.StartsWith("Напоминаем: Вы еще не оценили услугу", desk.Channel.Sent[^1].Card.Text, StringComparison.Ordinal);
        }

        desk.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Empty(await desk.SendAsync());
        Assert.Equal([MessageState.Delivered, MessageState.Delivered, MessageState.Delivered], await desk.StatesAsync(invitation));
    }

    [Fact]
    public async Task Whoever_has_begun_is_reminded_of_what_is_left_and_goes_on_where_they_were()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var invitation = await desk.InviteAsync();
        await desk.SendAsync();
        var talk = await BeginAsync(desk, invitation);
        await talk.RateAsync(only: 2);
        var question = talk.Card.Text;
        desk.Clock.Advance(TimeSpan.FromDays(3));
        await desk.SendAsync();
        var card = desk.Channel.Sent[^1].Card;
        Assert.StartsWith("Опрос об услуге", card.Text, StringComparison.Ordinal);
        Assert.Equal("Продолжить", card.Rows[0][0].Text);
        await talk.PressAsync(card.Rows[0][0].Data, "900");
        await talk.TapAsync("Продолжить");
        Assert.Equal(question, talk.Card.Text);
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("refused")]
    [InlineData("not yet")]
    [InlineData("opted out")]
    [InlineData("expired")]
    [InlineData("blocked")]
    public async Task Nobody_is_reminded_for_nothing(string why)
    {
        await using var desk = await SendingDesk.OpenAsync();
        var invitation = await desk.InviteAsync(change: i => i.ExpiresAt = desk.Now.AddDays(3).AddSeconds(1));
        await desk.SendAsync();
        await ActAsync(desk, invitation, why);
        desk.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromSeconds(why == "expired" ? 1 : 0));
        Assert.Empty(await desk.SendAsync());
        Assert.Equal([MessageState.Delivered, why == "blocked" ? MessageState.Blocked : MessageState.Cancelled], await desk.StatesAsync(invitation));
    }

    [Fact]
    public async Task A_reminder_that_would_come_at_the_end_of_the_invitation_is_not_planned()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var invitation = await desk.InviteAsync(change: i => i.ExpiresAt = desk.Now.AddDays(3));
        await desk.SendAsync();
        Assert.Equal([MessageState.Delivered], await desk.StatesAsync(invitation));
    }

    [Fact]
    public async Task What_may_not_have_arrived_is_not_sent_again_but_reminded_of()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var invitation = await desk.InviteAsync();
        desk.Channel.Answer = _ => Task.FromResult(new Delivery(DeliveryStatus.Later, MayHaveArrived: true));
        await desk.SendAsync();
        desk.Channel.Answer = _ => Task.FromResult(new Delivery(DeliveryStatus.Shown, "1"));
        Assert.Empty(await desk.SendAsync());
        desk.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal([SendingDesk.Chat], await desk.SendAsync());
        Assert.Equal([MessageState.Unknown, MessageState.Delivered, MessageState.Due], await desk.StatesAsync(invitation));
    }

    private static async Task ActAsync(SendingDesk desk, InvitationRow invitation, string why)
    {
        var talk = new Talk(desk.Host, SendingDesk.Chat);
        switch (why)
        {
            case "completed":
                await (await (await BeginAsync(desk, invitation)).RateAsync()).TapAsync("Отправить");
                break;
            case "refused":
                await desk.ChangeAsync(db => db.Conversations.ExecuteUpdateAsync(set => set.SetProperty(c => c.ConsentedAt, (DateTimeOffset?)null), Stop));
                await talk.TypeAsync("/start " + invitation.Token);
                await talk.TapAsync("Не даю согласия");
                break;
            case "not yet":
                await talk.TypeAsync("/start " + invitation.Token);
                await talk.TapAsync("Результата еще нет");
                await talk.TapAsync("Завтра");
                break;
            case "opted out":
                await talk.PressAsync(desk.Channel.Sent[^1].Card.Rows[2][0].Data, "900");
                break;
            case "blocked":
                await talk.SendAsync(new MessagePayload.Blocked(true));
                break;
        }
    }

    private static async Task<Talk> BeginAsync(SendingDesk desk, InvitationRow invitation)
    {
        var talk = new Talk(desk.Host, SendingDesk.Chat);
        await talk.TypeAsync("/start " + invitation.Token);
        return await talk.TapAsync("Услуга получена полностью");
    }
}
