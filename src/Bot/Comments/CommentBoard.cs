using Bot.Survey.Comments;

namespace Bot.Comments;

/// <summary>What one person sees of the ordinary comments to one service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Forms">The forms whose comments are shown.</param>
/// <param name="HasHidden">Whether some are hidden, because too few people could have written them.</param>
/// <param name="Comments">The comments, the newest first.</param>
/// <param name="Reasons">What was not right, by form.</param>
internal sealed record CommentBoard(
    string Service, IReadOnlyList<string> Forms, bool HasHidden, IReadOnlyList<CommentEntry> Comments, IReadOnlyList<ReasonCount> Reasons)
{
    /// <summary>The comments of a form (null: all) on a topic (null: all criteria, without what is about something else).</summary>
    public IEnumerable<CommentEntry> Of(string? form, string? topic) =>
        Comments.Where(c => (form is null || c.Form == form) && (topic is null ? !c.Topics.Contains(CommentRules.Other) : c.Topics.Contains(topic)));
}

/// <summary>A comment without its text.</summary>
/// <param name="Topics">Those of its topics that the person sees.</param>
internal sealed record CommentEntry(long ResponseId, string Item, string Form, IReadOnlyList<string> Topics, DateOnly Day);

/// <summary>A comment as it is shown.</summary>
/// <param name="Text">Masked.</param>
internal sealed record ShownComment(CommentEntry Entry, string Language, string Text);

/// <param name="Reason">Option of the question <c>went_wrong</c>: <c>timing.late</c>.</param>
internal sealed record ReasonCount(string Form, string Reason, int Count);
