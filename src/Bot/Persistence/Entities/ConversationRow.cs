using System.Security.Cryptography;

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

    /// <summary>Concurrency token; each write has a number of its own.</summary>
    public int Version { get; set; }

    /// <summary>Drawn, not counted: who lost a race must not take the winner's row for the one they wanted to write.</summary>
    public void Renew() => Version = unchecked(Version + RandomNumberGenerator.GetInt32(1, int.MaxValue));

    public ConversationRow Copy() => (ConversationRow)MemberwiseClone();
}
