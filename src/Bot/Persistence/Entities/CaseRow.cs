namespace Bot.Persistence.Entities;

/// <summary>Work on a criterion of a service that several people rated low. Never about one person.</summary>
internal sealed class CaseRow
{
    public long Id { get; set; }
    public required string ServiceId { get; set; }

    /// <summary>The region that it is about; empty: all.</summary>
    public string RegionId { get; set; } = "";
    public required string Criterion { get; set; }
    public CaseState State { get; set; }

    /// <summary>Conversation of the staff member who works on it; null: nobody.</summary>
    public string? OwnerId { get; set; }
    public DateTimeOffset OpenedAt { get; set; }

    /// <summary>The limit.</summary>
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>When to remind the owner next; null: never.</summary>
    public DateTimeOffset? RemindAt { get; set; }
}
