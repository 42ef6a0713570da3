namespace Bot.Persistence.Entities;

/// <summary>A person whom senders of invitations name by a pseudonym of theirs, over all services.</summary>
internal sealed class RecipientRow
{
    /// <summary>Keyed hash of the pseudonym.</summary>
    public required string Id { get; set; }

    /// <summary>Where the person opened an invitation and can be written to; null: not known.</summary>
    public string? ConversationId { get; set; }

    /// <summary>When the person last was invited or reminded, by whatever service; for the cool-down.</summary>
    public DateTimeOffset? LastInvitedAt { get; set; }

    /// <summary>When the person asked not to be invited any more.</summary>
    public DateTimeOffset? OptedOutAt { get; set; }

    public RecipientRow Copy() => (RecipientRow)MemberwiseClone();
}
