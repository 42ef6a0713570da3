namespace Bot.Persistence.Entities;

/// <summary>One message of an invitation to a person whom the bot can write to: the invitation itself or a reminder. Sent at most once.</summary>
internal sealed class InvitationMessageRow
{
    public long InvitationId { get; set; }

    /// <summary>0: the invitation; 1, 2: reminders.</summary>
    public int Number { get; set; }
    public long CampaignId { get; set; }
    public required string ConversationId { get; set; }
    public MessageState State { get; set; }

    /// <summary>When to send it.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it was last claimed or settled.</summary>
    public DateTimeOffset? ChangedAt { get; set; }
}
