namespace Bot.Persistence.Entities;

internal sealed class StaffMemberRow
{
    public long Id { get; set; }
    public required string ConversationId { get; set; }
    public required string Role { get; set; }

    /// <summary><c>service:…,provider:…,region:…</c>; empty: everything.</summary>
    public string Scope { get; set; } = "";

    /// <summary>The grant that an administrator is putting together in chat; null: none (see <see cref="Managers.StaffDraft"/>).</summary>
    public string? Draft { get; set; }
    public DateTimeOffset GrantedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}
