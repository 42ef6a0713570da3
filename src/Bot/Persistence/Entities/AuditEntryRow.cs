namespace Bot.Persistence.Entities;

internal sealed class AuditEntryRow
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Staff member, API key or <c>cli</c>; never a citizen.</summary>
    public required string Actor { get; set; }
    public required string Action { get; set; }
    public string Subject { get; set; } = "";
}
