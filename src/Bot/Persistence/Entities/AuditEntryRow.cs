namespace Bot.Persistence.Entities;

internal sealed class AuditEntryRow
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Staff member, API key, <c>cli</c>, <c>rule</c> or, without saying who, <c>person</c>.</summary>
    public required string Actor { get; set; }
    public required string Action { get; set; }
    public string Subject { get; set; } = "";
}
