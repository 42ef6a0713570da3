namespace Bot.Persistence.Entities;

/// <summary>A person who agreed to it is asked, once a response, to rate again what a case has mended. The person is found by the response alone.</summary>
internal sealed class RatingRequestRow
{
    public long ResponseId { get; set; }
    public long CaseId { get; set; }

    /// <summary>When to ask; null: asked, or nobody is left to ask.</summary>
    public DateTimeOffset? DueAt { get; set; }
    public DateTimeOffset? AskedAt { get; set; }
}
