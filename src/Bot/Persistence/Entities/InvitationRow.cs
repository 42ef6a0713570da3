namespace Bot.Persistence.Entities;

/// <summary>An invitation to rate one receipt of a service.</summary>
internal sealed class InvitationRow
{
    public long Id { get; set; }

    /// <summary>The random code in the link, 16 characters of A–Za–z0–9_-.</summary>
    public required string Token { get; set; }
    public required string ReceiptRef { get; set; }
    public required string ServiceId { get; set; }
    public string? Form { get; set; }
    public string? RegionId { get; set; }
    public string? UsedChannel { get; set; }
    public string? Language { get; set; }
    public DateTimeOffset RenderedAt { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The survey begun with it; one a token.</summary>
    public long? ResponseId { get; set; }

    public InvitationRow Copy() => (InvitationRow)MemberwiseClone();
}
