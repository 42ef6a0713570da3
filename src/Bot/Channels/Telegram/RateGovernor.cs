using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>Keeps the bot within Telegram's limits: one budget for the bot, one a chat; replies come before bulk.</summary>
/// <remarks>
/// A reply waits for its chat alone, but counts for the bot: bulk goes out in what replies leave over, and in a tenth of the limit however busy
/// they are. What Telegram says by 429 is obeyed to the second: by the chat, and by all bulk.
/// </remarks>
internal sealed class RateGovernor(TimeProvider time, IOptions<TelegramOptions> options)
{
    private const int BulkShare = 10;
    private readonly Lock _gate = new();
    private readonly long _botInterval = TimeSpan.TicksPerSecond / options.Value.MessagesPerSecond;
    private readonly long _chatInterval = TimeSpan.TicksPerSecond / options.Value.ChatMessagesPerSecond;
    private readonly int _burst = options.Value.ChatBurst;
    private long _botPaidOff;
    private long _lastBulk;
    private long _bulkPausedUntil;

    /// <summary>Until when nothing is sent that nobody waits for.</summary>
    public DateTimeOffset BulkPausedUntil
    {
        get
        {
            lock (_gate)
            {
                return new(_bulkPausedUntil, TimeSpan.Zero);
            }
        }
    }

    /// <summary>Takes the chat's next place, unless it is further away than <paramref name="patience"/>.</summary>
    /// <param name="countsForBot">False where the bot's place was taken before.</param>
    /// <param name="wait">How far away the place is; taken or not.</param>
    public bool TryReserve(ChatLane lane, bool countsForBot, TimeSpan patience, out TimeSpan wait)
    {
        var now = time.GetUtcNow().Ticks;
        lock (lane)
        {
            var earliest = lane.Budget.Earliest(now, _chatInterval, _burst);
            wait = new TimeSpan(earliest - now);
            if (wait > patience)
            {
                return false;
            }

            lane.Budget.Spend(earliest, _chatInterval);
        }

        if (countsForBot)
        {
            lock (_gate)
            {
                // Replies put bulk off by a second at most: it shall not wait long for a rush that is over.
                var owed = Math.Max(_botPaidOff, now) + _botInterval;
                _botPaidOff = Math.Max(_botPaidOff, Math.Min(owed, now + TimeSpan.TicksPerSecond));
            }
        }

        return true;
    }

    /// <summary>Takes the bot's next place for what nobody waits for, unless it is further away than <paramref name="patience"/>.</summary>
    /// <param name="wait">How far away the place is; taken or not.</param>
    public bool TryTakeBulkPlace(TimeSpan patience, out TimeSpan wait)
    {
        var now = time.GetUtcNow().Ticks;
        lock (_gate)
        {
            var place = NextBulk(now);
            wait = new TimeSpan(place - now);
            if (wait > patience)
            {
                return false;
            }

            _lastBulk = place;
            _botPaidOff = Math.Max(_botPaidOff, place) + _botInterval;
            return true;
        }
    }

    /// <summary>How many places for what nobody waits for lie within the time.</summary>
    public int BulkRoom(TimeSpan within)
    {
        var now = time.GetUtcNow().Ticks;
        lock (_gate)
        {
            var place = NextBulk(now);
            var interval = _botPaidOff > place ? _botInterval * BulkShare : _botInterval;
            return (int)Math.Max(0, (now + within.Ticks - place + interval) / interval);
        }
    }

    public void PauseBulk(DateTimeOffset until)
    {
        lock (_gate)
        {
            _bulkPausedUntil = Math.Max(_bulkPausedUntil, until.UtcTicks);
        }
    }

    /// <summary>Telegram said that it was too much.</summary>
    /// <returns>When the chat may be written to again.</returns>
    public DateTimeOffset Pause(ChatLane lane, TimeSpan retryAfter)
    {
        var until = time.GetUtcNow() + retryAfter;
        lock (lane)
        {
            lane.Budget.PauseUntil(until.Ticks);
        }

        PauseBulk(until);
        return until;
    }

    private long NextBulk(long now) => Math.Max(Math.Max(now, _bulkPausedUntil), Math.Min(_botPaidOff, _lastBulk + (_botInterval * BulkShare)));
}
