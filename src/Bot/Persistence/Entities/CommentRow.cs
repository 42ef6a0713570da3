namespace Bot.Persistence.Entities;

internal sealed class CommentRow
{
    public long ResponseId { get; set; }

    /// <summary>Question: comment, suggestion.</summary>
    public required string Item { get; set; }
    public required string Text { get; set; }
    public required string Language { get; set; }
}
