namespace Bot.Persistence.Entities;

internal enum MessageState
{
    /// <summary>To be sent at its time.</summary>
    Due,

    /// <summary>A process is sending it; one that died leaves it so, and whether it arrived is not known.</summary>
    Claimed,
    Delivered,

    /// <summary>May have arrived: never sent again.</summary>
    Unknown,

    /// <summary>The person has blocked the bot or is gone.</summary>
    Blocked,
    Failed,

    /// <summary>Not needed any more: answered, opted out, quota full, campaign stopped.</summary>
    Cancelled,
}
