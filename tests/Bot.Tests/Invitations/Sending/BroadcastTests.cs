using System.Globalization;
using Bot.Channels;
using Bot.Invitations.Sending;
using Bot.Jobs;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Invitations.Sending;

/// <summary>The broadcast of <c>tests/Bot.Benchmarks</c>, small and by a clock of its own.</summary>
public sealed class BroadcastTests
{
    private const int People = 2000;
    private const int Page = 100;
    private readonly Random _random = new(7);
    private readonly Dictionary<string, int> _reached = [];
    private readonly Dictionary<string, MessageState> _told = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_twice_in_the_middle_it_reaches_nobody_twice_and_forgets_nobody()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var campaign = await desk.AddCampaignAsync();
        await InviteAsync(desk, campaign.Id);
        await KilledAfterAsync(desk, 730);
        await KilledAfterAsync(desk, 640);
        desk.Channel.Free = Page;
        desk.Channel.Answer = chat => Task.FromResult(AnswerOrPause(desk, chat));
        while (await desk.StateAsync(campaign) != CampaignState.Done)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(5));
            await desk.SendAsync();
        }

        await using var db = desk.Host.Open();
        var states = await db.InvitationMessages.Join(db.Invitations, m => m.InvitationId, i => i.Id, (m, i) => new { Chat = i.Recipient!.Substring(2), m.State }).ToListAsync(Stop);
        Assert.Equal(People, states.Count);
        Assert.All(states, s => Assert.InRange(_reached.GetValueOrDefault(s.Chat), 0, 1));
        Assert.All(states.Where(s => s.State != MessageState.Unknown), s => Assert.Equal(_told[s.Chat], s.State));
        Assert.All(states.Where(s => s.State == MessageState.Delivered), s => Assert.Equal(1, _reached[s.Chat]));
        Assert.InRange(states.Count(s => s.State == MessageState.Unknown), 2, 2 * Page + (People / 10));
    }

    private static async Task InviteAsync(SendingDesk desk, long campaign)
    {
        for (var i = 0; i < People; i++)
            await desk.InviteAsync((10_000 + i).ToString(CultureInfo.InvariantCulture), campaign: campaign);
    }

    /// <summary>A program that begins, and of which nothing more is heard after so many messages.</summary>
    private async Task KilledAfterAsync(SendingDesk desk, int messages)
    {
        var channel = new PostChannel { Free = Page };
        channel.Answer = chat => channel.Sent.Count > messages ? new TaskCompletionSource<Delivery>().Task : Task.FromResult(Answer(chat));
        var program = await desk.StartAnotherAsync(new FakeTimeProvider(desk.Now), channel);
        var run = program.Get<InvitationSender>().RunAsync(Stop);
        while (channel.Sent.Count <= messages)
            await Task.Yield();
        Assert.False(run.IsCompleted);
        desk.Clock.Advance(JobLeases.Term);
    }

    private Delivery AnswerOrPause(SendingDesk desk, string chat)
    {
        if (_random.Next(100) > 0)
            return Answer(chat);
        var until = desk.Now.AddSeconds(600);
        desk.Channel.Pause(until);
        return new Delivery(DeliveryStatus.Later, NotBefore: until);
    }

    private Delivery Answer(string chat) => _random.Next(100) switch
    {
        < 4 => Told(chat, MessageState.Blocked, new(DeliveryStatus.Gone)),
        < 5 => Told(chat, MessageState.Failed, new(DeliveryStatus.Later, IsRefused: true)),
        < 7 => Reach(chat, new(DeliveryStatus.Later, MayHaveArrived: true)),
        < 8 => new Delivery(DeliveryStatus.Later, MayHaveArrived: true),
        _ => Told(chat, MessageState.Delivered, Reach(chat, new(DeliveryStatus.Shown, "1"))),
    };

    private Delivery Told(string chat, MessageState state, Delivery delivery)
    {
        _told[chat] = state;
        return delivery;
    }

    private Delivery Reach(string chat, Delivery delivery)
    {
        _reached[chat] = _reached.GetValueOrDefault(chat) + 1;
        return delivery;
    }
}
