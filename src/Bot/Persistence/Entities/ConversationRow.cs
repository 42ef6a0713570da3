namespace Bot.Persistence.Entities;

/// <summary>One chat on one channel. The id is a keyed hash of channel and chat, so that the row names nobody.</summary>
internal sealed class ConversationRow
{
    public required string Id { get; set; }
    public required string Channel { get; set; }
    public string? Language { get; set; }
    public DateTimeOffset? ConsentedAt { get; set; }

    /// <summary>Ids of the last updates, newest first, separated by spaces.</summary>
    public string RecentUpdates { get; set; } = "";
    public long? OpenResponseId { get; set; }
    public string? CardRef { get; set; }
    public DateTimeOffset? CardDueAt { get; set; }
    public int CardDueAttempts { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; set; }

    public ConversationRow Copy() => (ConversationRow)MemberwiseClone();
}
