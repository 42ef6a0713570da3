namespace Bot.Persistence.Entities;

/// <summary>Who may run a job now.</summary>
internal sealed class LeaseRow
{
    public required string Name { get; set; }
    public required string Owner { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
}
