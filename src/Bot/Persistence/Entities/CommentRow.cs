namespace Bot.Persistence.Entities;

internal sealed class CommentRow
{
    public long ResponseId { get; set; }

    /// <summary>Question: comment, suggestion.</summary>
    public required string Item { get; set; }
    public required string ServiceId { get; set; }

    /// <summary>As it was written; masked whenever it is shown.</summary>
    public required string Text { get; set; }

    /// <summary>The comment's own, which need not be the survey's.</summary>
    public required string Language { get; set; }

    /// <summary>Criteria joined by commas, or <c>other</c>.</summary>
    public string Topics { get; set; } = "";

    /// <summary>Why it is in the separate queue: kinds joined by commas; empty for an ordinary comment.</summary>
    public string Sensitive { get; set; } = "";

    /// <summary>Version of the rules by which topics, kinds and language were found.</summary>
    public string Rules { get; set; } = "";

    /// <summary>How far a sensitive comment has been dealt with.</summary>
    public CommentHandling Handling { get; set; }

    /// <summary>The staff member who took it or is done with it.</summary>
    public long? HandledBy { get; set; }
}
