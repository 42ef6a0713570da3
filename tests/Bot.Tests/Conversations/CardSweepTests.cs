using Bot.Channels;
using Bot.Conversations;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Conversations;

public sealed class CardSweepTests
{
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();
    private readonly FakeChannel _channel = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_due_card_is_shown_when_its_time_has_come_and_only_once()
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: _channel);
        var talk = await BeginDueAsync(host, TimeSpan.FromSeconds(5));
        await SweepAsync(host);
        Assert.Empty(_channel.Shown);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await SweepAsync(host);
        await SweepAsync(host);
        var (conversation, card, editRef) = Assert.Single(_channel.Shown);
        Assert.Equal((talk.Key, talk.Card.Text, talk.CardRef), (conversation, card.Text, editRef));
        Assert.Null((await RowAsync(host)).CardDueAt);
        await talk.TypeAsync("4");
        Assert.Equal("900", talk.Reply.RetireRef);
    }

    [Fact]
    public async Task A_due_card_that_two_programs_sweep_at_the_same_moment_is_shown_once()
    {
        await using var first = await QuietHost.StartAsync(_clock, channel: _channel);
        await using var second = await QuietHost.StartAsync(_clock, first.Folder, _channel);
        var talk = await BeginDueAsync(first, TimeSpan.Zero);
        for (var round = 1; round <= 5; round++)
        {
            await Task.WhenAll(SweepAsync(first), SweepAsync(second));
            Assert.Equal(round, _channel.Shown.Count);
            await first.Get<IConversationRunner>().CardDueAsync(talk.Key, _clock.GetUtcNow(), Stop);
        }
    }

    [Fact]
    public async Task A_conversation_that_cannot_be_read_does_not_keep_the_cards_of_the_others()
    {
        await using var first = await QuietHost.StartAsync(_clock);
        for (var chat = 1; chat <= 20; chat++)
        {
            var talk = await new Talk(first, $"{chat}").BeginAsync();
            await first.Get<IConversationRunner>().CardDueAsync(talk.Key, _clock.GetUtcNow().AddSeconds(chat), Stop);
        }

        await using var db = first.Open();
        var broken = await db.Conversations.OrderBy(c => c.CardDueAt).Select(c => c.Id).FirstAsync(Stop);
        await db.Responses.Where(r => r.RespondentId == broken).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, "{"), Stop);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await using var second = await QuietHost.StartAsync(_clock, first.Folder, _channel);
        await SweepAsync(second);
        Assert.Equal(19, _channel.Shown.Count);
        Assert.Equal([broken], await db.Conversations.Where(c => c.CardDueAt != null).Select(c => c.Id).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_due_card_outlives_the_program_and_reaches_who_consented()
    {
        await using var first = await QuietHost.StartAsync(_clock, channel: _channel);
        var talk = await BeginDueAsync(first, TimeSpan.Zero);
        await using var second = await QuietHost.StartAsync(_clock, first.Folder, _channel);
        await SweepAsync(second);
        Assert.Equal((talk.Key, talk.Card.Text), (Assert.Single(_channel.Shown).Conversation, _channel.Shown[0].Card.Text));
    }

    [Fact]
    public async Task Before_consent_the_address_is_held_in_memory_only()
    {
        await using var first = await QuietHost.StartAsync(_clock, channel: _channel);
        var talk = await new Talk(first).TypeAsync("/start");
        await first.Get<IConversationRunner>().CardDueAsync(talk.Key, _clock.GetUtcNow(), Stop);
        await using (var db = first.Open())
            Assert.Empty(await db.Contacts.ToListAsync(Stop));
        await using var second = await QuietHost.StartAsync(_clock, first.Folder, _channel);
        await SweepAsync(first);
        Assert.Equal(talk.Key, Assert.Single(_channel.Shown).Conversation);
        await first.Get<IConversationRunner>().CardDueAsync(talk.Key, _clock.GetUtcNow(), Stop);
        await SweepAsync(second);
        Assert.Single(_channel.Shown);
    }

    [Fact]
    public async Task A_card_that_cannot_be_shown_yet_is_tried_after_ever_longer_pauses_ten_times()
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: _channel);
        await BeginDueAsync(host, TimeSpan.Zero);
        _channel.Answer = () => new Delivery(DeliveryStatus.Later);
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            await SweepAsync(host);
            await SweepAsync(host);
            Assert.Equal(attempt, _channel.Shown.Count);
            _clock.Advance(TimeSpan.FromSeconds(Math.Pow(2, attempt)));
        }

        await SweepAsync(host);
        Assert.Equal(10, _channel.Shown.Count);
        Assert.Null((await RowAsync(host)).CardDueAt);
    }

    [Fact]
    public async Task A_channel_that_names_a_time_is_not_asked_before_and_one_that_throws_is_asked_again()
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: _channel);
        await BeginDueAsync(host, TimeSpan.Zero);
        var notBefore = _clock.GetUtcNow().AddMinutes(3);
        _channel.Answer = () => new Delivery(DeliveryStatus.Later, NotBefore: notBefore);
        await SweepAsync(host);
        Assert.Equal(notBefore, (await RowAsync(host)).CardDueAt);
        _clock.Advance(TimeSpan.FromMinutes(3));
        _channel.Answer = () => throw new HttpRequestException("no route");
        await SweepAsync(host);
        _channel.Answer = () => new Delivery(DeliveryStatus.Shown, "901");
        _clock.Advance(TimeSpan.FromSeconds(4));
        await SweepAsync(host);
        Assert.Equal(3, _channel.Shown.Count);
        Assert.Null((await RowAsync(host)).CardDueAt);
    }

    [Fact]
    public async Task Who_is_gone_is_not_tried_again_and_counts_as_blocked_until_they_write()
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: _channel);
        var talk = await BeginDueAsync(host, TimeSpan.Zero);
        _channel.Answer = () => new Delivery(DeliveryStatus.Gone);
        await SweepAsync(host);
        await using (var db = host.Open())
            Assert.Equal(_clock.GetUtcNow(), (await db.Contacts.SingleAsync(Stop)).BlockedAt);
        await host.Get<IConversationRunner>().CardDueAsync(talk.Key, _clock.GetUtcNow(), Stop);
        await SweepAsync(host);
        Assert.Single(_channel.Shown);
        Assert.Null((await RowAsync(host)).CardDueAt);
    }

    [Fact]
    public async Task A_turn_that_comes_first_takes_its_card_along()
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: _channel);
        var talk = await BeginDueAsync(host, TimeSpan.Zero);
        await talk.TapAsync("4");
        await SweepAsync(host);
        Assert.Empty(_channel.Shown);
    }

    private async Task<Talk> BeginDueAsync(BotHost host, TimeSpan after)
    {
        var talk = await new Talk(host).BeginAsync();
        await host.Get<IConversationRunner>().CardDueAsync(talk.Key, _clock.GetUtcNow() + after, Stop);
        return talk;
    }

    private static Task SweepAsync(BotHost host) => host.Get<CardSweep>().SweepAsync(Stop);

    private static async Task<ConversationRow> RowAsync(BotHost host)
    {
        await using var db = host.Open();
        return await db.Conversations.SingleAsync(Stop);
    }
}
