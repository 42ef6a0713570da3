namespace Bot.Channels.Telegram;

/// <summary>How much a chat may be sent, as one number: the time (UTC ticks) by which all that was sent is paid off (GCRA).</summary>
internal struct ChatBudget
{
    private long _paidOff;
    private long _pausedUntil;

    /// <summary>The first moment, from <paramref name="now"/> on, at which a message may go out.</summary>
    public readonly long Earliest(long now, long interval, int burst) => Math.Max(now, Math.Max(_pausedUntil, _paidOff - (interval * (burst - 1))));

    public void Spend(long at, long interval) => _paidOff = Math.Max(_paidOff, at) + interval;

    public void PauseUntil(long moment) => _pausedUntil = Math.Max(_pausedUntil, moment);

    /// <summary>Whether forgetting this budget would change nothing.</summary>
    public readonly bool IsFull(long now) => _paidOff <= now && _pausedUntil <= now;
}
