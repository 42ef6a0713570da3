namespace Bot.Persistence.Entities;

/// <summary>An invitation to rate one receipt of a service, and how far it came: what became of the person is read off the times.</summary>
internal sealed class InvitationRow
{
    /// <summary>The campaign of invitations that service systems ask for one by one.</summary>
    public const long NoCampaign = 0;

    /// <summary>The response that no response is.</summary>
    public const long NoResponse = 0;

    public long Id { get; set; }

    /// <summary>The random code in the link, 16 characters of A–Za–z0–9_-.</summary>
    public required string Token { get; set; }

    /// <summary>The campaign that it belongs to; <see cref="NoCampaign"/>: made of a receipt.</summary>
    public long CampaignId { get; set; }

    /// <summary>The sender's own reference, unlike any other of the same campaign.</summary>
    public required string ReceiptRef { get; set; }

    /// <summary>Keyed hash of the sender's pseudonym of the person (see <see cref="RecipientRow"/>); null: not said.</summary>
    public string? Recipient { get; set; }

    /// <summary>The key of the service system that made it and may be told of it; null: none.</summary>
    public long? ApiKeyId { get; set; }
    public required string ServiceId { get; set; }
    public string? Form { get; set; }
    public string? RegionId { get; set; }
    public string? UsedChannel { get; set; }
    public string? Language { get; set; }

    /// <summary>When the application was filed; null: not said.</summary>
    public DateTimeOffset? FiledAt { get; set; }

    /// <summary>When the service was rendered; null: only filed as yet. Concurrency token: whoever begins with it begins with what is known.</summary>
    public DateTimeOffset? RenderedAt { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>
    /// The survey begun with it; one a token. After the term of the link from a person to their answers, for the sender knows whose invitation it was,
    /// null again where the answers count, else <see cref="NoResponse"/>.
    /// </summary>
    public long? ResponseId { get; set; }

    /// <summary>When the link was given out or sent; null: a draft that nobody knows of.</summary>
    public DateTimeOffset? InvitedAt { get; set; }

    /// <summary>When a message of ours with it arrived first; null for links that others hand on.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>When a person first opened it; a look by a GET is none.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>The channel on which it was opened first.</summary>
    public string? OpenedOn { get; set; }

    /// <summary>When the first question was answered.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When the survey was first submitted.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>When the person refused consent, and has not come back since.</summary>
    public DateTimeOffset? RefusedAt { get; set; }

    public InvitationRow Copy() => (InvitationRow)MemberwiseClone();
}
