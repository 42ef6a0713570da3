namespace Bot.Persistence.Entities;

/// <summary>The last computed score of a service, provider or region.</summary>
internal sealed class ScoreRow
{
    /// <summary>service, provider, region.</summary>
    public required string Kind { get; set; }
    public required string ScopeId { get; set; }
    public required string Json { get; set; }
    public int MethodVersion { get; set; }
    public DateTimeOffset ComputedAt { get; set; }
}
