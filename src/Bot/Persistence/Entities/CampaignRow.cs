namespace Bot.Persistence.Entities;

/// <summary>Invitations that a coordinator sends together.</summary>
internal sealed class CampaignRow
{
    public long Id { get; set; }

    /// <summary>What the coordinator calls it.</summary>
    public required string Name { get; set; }
    public CampaignState State { get; set; }

    /// <summary>The staff member who made it.</summary>
    public long StaffId { get; set; }

    /// <summary>The conversation that is told of its progress; null: none.</summary>
    public string? ConversationId { get; set; }

    /// <summary>The message that shows the progress, as its channel knows it; null: none yet.</summary>
    public string? NoteRef { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When sending begins.</summary>
    public DateTimeOffset StartAt { get; set; }

    /// <summary>How many reminders follow, 0–2.</summary>
    public int Reminders { get; set; }

    /// <summary>How many lists of reminders were made for the gateway, 0–2.</summary>
    public int ReminderLists { get; set; }

    /// <summary>When the last of them was made.</summary>
    public DateTimeOffset? ReminderListedAt { get; set; }
}
