using Bot.Channels.Telegram;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class ChatLanesTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_chat_has_one_lane_while_it_is_used()
    {
        var lanes = new ChatLanes(_time);
        Assert.Same(lanes.Use(1), lanes.Use(1));
        Assert.NotSame(lanes.Use(1), lanes.Use(2));
    }

    [Fact]
    public void Quiet_chats_are_forgotten_but_not_those_in_use_or_paused()
    {
        var lanes = new ChatLanes(_time);
        var used = lanes.Use(-1);
        var paused = lanes.Use(-2);
        paused.Budget.PauseUntil((_time.GetUtcNow() + TimeSpan.FromHours(1)).Ticks);
        paused.EndUse();
        for (var chat = 1; chat < 20_000; chat++)
        {
            lanes.Use(chat).EndUse();
        }

        Assert.InRange(lanes.Count, 2, 5000);
        Assert.Same(used, lanes.Use(-1));
        Assert.Same(paused, lanes.Use(-2));
    }

    [Fact]
    public void A_retired_lane_is_not_used_again()
    {
        var lane = new ChatLane(1);
        Assert.True(lane.TryUse());
        Assert.False(lane.TryRetire(_time.GetUtcNow().Ticks));
        lane.EndUse();
        Assert.True(lane.TryRetire(_time.GetUtcNow().Ticks));
        Assert.False(lane.TryUse());
    }
}
