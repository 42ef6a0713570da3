namespace Bot.Persistence.Entities;

/// <summary>What a staff member wants to be told of without asking. It grants nothing: what is sent is read with the rights of that moment.</summary>
internal sealed class SubscriptionRow
{
    public long Id { get; set; }
    public required string ConversationId { get; set; }

    /// <summary>service, provider, region, everything.</summary>
    public required string Kind { get; set; }

    /// <summary>The service or the provider; else empty.</summary>
    public string TargetId { get; set; } = "";

    /// <summary>The region whose responses alone count; empty: all.</summary>
    public string RegionId { get; set; } = "";
    public DigestRhythm Digest { get; set; }
    public bool Alerts { get; set; }

    /// <summary>When the next digest is due; null: none.</summary>
    public DateTimeOffset? NextDigestAt { get; set; }

    /// <summary>When to look next whether there is something to alert to; null: never.</summary>
    public DateTimeOffset? NextAlertAt { get; set; }

    /// <summary>On which day what was last alerted to: <c>drop=20261125;low.601001.timing=20261120</c>.</summary>
    public string Alerted { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
}
