namespace Bot.Persistence.Entities;

/// <summary>A one-time sign-in code; only its hash is kept.</summary>
internal sealed class StaffCodeRow
{
    public required string Hash { get; set; }
    public required string Role { get; set; }
    public string Scope { get; set; } = "";
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}
