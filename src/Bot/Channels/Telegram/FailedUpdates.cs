using System.Collections.Concurrent;

namespace Bot.Channels.Telegram;

/// <summary>Counts how often updates failed: one that fails five times is recorded and skipped, so that it does not hold up the others.</summary>
internal sealed partial class FailedUpdates(ILogger<FailedUpdates> logger)
{
    private const int Most = 5;

    // Those that Telegram gave up, or another replica has handled, never come back to be counted off.
    private const int Kept = 10_000;
    private readonly ConcurrentDictionary<long, int> _failures = new();

    public int Count => _failures.Count;

    /// <summary>Records a failure.</summary>
    /// <returns>Whether that was the last attempt.</returns>
    public bool Add(long updateId, Exception fault)
    {
        TelegramMetrics.Failed.Inc();
        if (_failures.Count >= Kept)
        {
            _failures.Clear();
        }

        var times = _failures.AddOrUpdate(updateId, 1, (_, before) => before + 1);
        if (times < Most)
        {
            Log.Failed(logger, fault, updateId, times);
            return false;
        }

        TelegramMetrics.Skipped.Inc();
        Log.Skipped(logger, fault, updateId, times);
        _failures.TryRemove(updateId, out _);
        return true;
    }

    public void Succeeded(long updateId)
    {
        if (!_failures.IsEmpty)
        {
            _failures.TryRemove(updateId, out _);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Update {UpdateId} failed, attempt {Times}.")]
        public static partial void Failed(ILogger logger, Exception fault, long updateId, int times);

        [LoggerMessage(Level = LogLevel.Error, Message = "Update {UpdateId} failed {Times} times and is skipped.")]
        public static partial void Skipped(ILogger logger, Exception fault, long updateId, int times);
    }
}
