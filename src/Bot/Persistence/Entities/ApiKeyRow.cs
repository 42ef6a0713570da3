namespace Bot.Persistence.Entities;

internal sealed class ApiKeyRow
{
    public long Id { get; set; }
    public required string Hash { get; set; }
    public required string Role { get; set; }

    /// <summary><c>service:…,provider:…,region:…</c>; empty: everything.</summary>
    public string Scope { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}
