namespace Bot.Persistence.Entities;

/// <summary>Something that a service system has to be told; deleted once it was taken.</summary>
internal sealed class WebhookEventRow
{
    public long Id { get; set; }
    public long ApiKeyId { get; set; }
    public required string Type { get; set; }
    public long InvitationId { get; set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>When to try next; null: given up.</summary>
    public DateTimeOffset? DueAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>Why the last attempt failed: a status or what happened on the way; null: none has.</summary>
    public string? Fault { get; set; }
}
