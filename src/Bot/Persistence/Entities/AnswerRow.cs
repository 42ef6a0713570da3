namespace Bot.Persistence.Entities;

/// <summary>One answer of a submitted response.</summary>
internal sealed class AnswerRow
{
    public long ResponseId { get; set; }
    public required string Item { get; set; }

    /// <summary>Rating 1–5, or a number; null where the answer is a choice.</summary>
    public int? Value { get; set; }

    /// <summary>Option keys joined by commas, or <c>na</c>; null where the answer is a number.</summary>
    public string? Choice { get; set; }

    /// <summary>The service, where the answer gives reasons for low ratings: by it they are counted. Null for all others, and not indexed.</summary>
    public string? ServiceId { get; set; }
}
