using Bot.Channels.Telegram;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class RateGovernorTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly FakeTimeProvider _time = new();
    private readonly RateGovernor _governor;

    public RateGovernorTests() => _governor = new RateGovernor(
        _time, Options.Create(new TelegramOptions { MessagesPerSecond = 10, ChatMessagesPerSecond = 1, ChatBurst = 3 }));

    [Fact]
    public void A_quiet_chat_gets_a_burst_and_then_one_message_a_second()
    {
        var lane = new ChatLane(1);
        Assert.Equal([0, 0, 0, 1, 2], Enumerable.Range(0, 5).Select(_ => Wait(lane)));
        Assert.False(_governor.TryReserve(lane, countsForBot: true, Patience, out var wait));
        Assert.Equal(3, wait.TotalSeconds);
    }

    [Fact]
    public void A_refused_place_is_not_taken()
    {
        var lane = new ChatLane(1);
        Assert.Equal([0, 0, 0], Enumerable.Range(0, 3).Select(_ => Wait(lane)));
        Assert.False(_governor.TryReserve(lane, countsForBot: true, TimeSpan.Zero, out _));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, Wait(lane));
    }

    [Fact]
    public void The_burst_comes_back_with_time()
    {
        var lane = new ChatLane(1);
        Assert.Equal([0, 0, 0], Enumerable.Range(0, 3).Select(_ => Wait(lane)));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([0, 0, 1], Enumerable.Range(0, 3).Select(_ => Wait(lane)));
    }

    [Fact]
    public void Replies_to_many_chats_wait_for_nobody() => Reply(chats: 500);

    [Fact]
    public void Bulk_is_spread_over_the_second() =>
        Assert.Equal([0, 0.1, 0.2, 0.3], Enumerable.Range(0, 4).Select(_ => BulkWait()));

    [Fact]
    public void The_room_of_bulk_is_what_could_be_taken()
    {
        Assert.Equal(11, _governor.BulkRoom(TimeSpan.FromSeconds(1)));
        Assert.Equal(5, Enumerable.Range(0, 5).Count(_ => _governor.TryTakeBulkPlace(Patience, out var _)));
        Assert.Equal(6, _governor.BulkRoom(TimeSpan.FromSeconds(1)));
        _time.Advance(TimeSpan.FromSeconds(1));
        Reply(chats: 500);
        Assert.Equal(1, _governor.BulkRoom(TimeSpan.FromSeconds(1)));
        Assert.Equal(1, Enumerable.Range(0, 9).Count(_ => _governor.TryTakeBulkPlace(TimeSpan.FromSeconds(1), out var _)));
    }

    [Fact]
    public void A_pause_that_was_known_before_the_start_holds_to_its_end()
    {
        var until = _time.GetUtcNow().AddSeconds(600);
        _governor.PauseBulk(until);
        _governor.PauseBulk(until.AddSeconds(-300));
        Assert.Equal((until, 0), (_governor.BulkPausedUntil, _governor.BulkRoom(TimeSpan.FromSeconds(1))));
        _time.Advance(TimeSpan.FromSeconds(600));
        Assert.Equal(0, BulkWait());
    }

    [Fact]
    public void Bulk_that_would_wait_too_long_is_put_off()
    {
        Assert.Equal(21, Enumerable.Range(0, 40).Count(_ => _governor.TryTakeBulkPlace(Patience, out var _)));
        Assert.False(_governor.TryTakeBulkPlace(Patience, out var wait));
        Assert.Equal(2.1, wait.TotalSeconds, 6);
    }

    [Fact]
    public void Bulk_takes_what_replies_leave_over()
    {
        Assert.Equal(0, BulkWait());
        Reply(chats: 5);
        Assert.Equal(0.6, BulkWait());
    }

    [Fact]
    public void A_rush_that_is_over_puts_bulk_off_by_a_second_at_most()
    {
        Assert.Equal(0, BulkWait());
        Reply(chats: 1000);
        Assert.Equal([1.0, 1.1], Enumerable.Range(0, 2).Select(_ => BulkWait()));
    }

    [Fact]
    public void A_rush_that_goes_on_leaves_bulk_a_tenth()
    {
        Assert.Equal(0, BulkWait());
        var taken = 0;
        for (var tenth = 0; tenth < 50; tenth++)
        {
            _time.Advance(TimeSpan.FromSeconds(0.1));
            Reply(chats: 100);
            taken += _governor.TryTakeBulkPlace(TimeSpan.Zero, out _) ? 1 : 0;
        }

        Assert.Equal(5, taken);
    }

    [Fact]
    public void Too_many_pauses_that_chat_and_all_bulk_but_no_other_chat()
    {
        var (flooded, other) = (new ChatLane(1), new ChatLane(2));
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromSeconds(2282), _governor.Pause(flooded, TimeSpan.FromSeconds(2282)));
        Assert.False(_governor.TryReserve(flooded, countsForBot: true, Patience, out var wait));
        Assert.Equal(2282, wait.TotalSeconds);
        Assert.False(_governor.TryTakeBulkPlace(Patience, out wait));
        Assert.Equal(2282, wait.TotalSeconds);
        Assert.Equal(0, Wait(other));

        _time.Advance(TimeSpan.FromSeconds(2282));
        Assert.Equal(0, Wait(flooded));
        Assert.Equal(0, BulkWait());
    }

    private void Reply(int chats) => Assert.All(Enumerable.Range(0, chats), chat => Assert.Equal(0, Wait(new ChatLane(chat))));

    private double Wait(ChatLane lane)
    {
        Assert.True(_governor.TryReserve(lane, countsForBot: true, Patience, out var wait));
        return wait.TotalSeconds;
    }

    private double BulkWait()
    {
        Assert.True(_governor.TryTakeBulkPlace(Patience, out var wait));
        return Math.Round(wait.TotalSeconds, 6);
    }
}
