namespace Bot.Persistence.Entities;

/// <summary>Where a service system wants to be told what became of the invitations made with its key.</summary>
internal sealed class WebhookRow
{
    public long ApiKeyId { get; set; }
    public required string Url { get; set; }

    /// <summary>What its messages are signed with, encrypted.</summary>
    public required byte[] Secret { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}
