namespace Bot.Persistence.Entities;

/// <summary>The address of a conversation, encrypted; erasable apart from the rest.</summary>
internal sealed class ContactRow
{
    public required string ConversationId { get; set; }
    public required byte[] Address { get; set; }
    public DateTimeOffset? BlockedAt { get; set; }
    public DateTimeOffset? OptedOutAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    public ContactRow Copy() => (ContactRow)MemberwiseClone();
}
