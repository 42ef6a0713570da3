using Bot.Persistence.Entities;
using Bot.Survey.Comments;

namespace Bot.Comments;

/// <summary>Notes at a comment what it is about, why it is sensitive if it is, and its language: as the rules read it and as the person chose.</summary>
internal sealed class CommentTagger(CommentRules rules)
{
    /// <summary>Question: what the comment is about, in the person's own choice.</summary>
    public const string About = "comment_about";

    /// <summary>Question: what was not right, after low ratings.</summary>
    public const string WentWrong = "went_wrong";

    /// <summary>The reason of which people are told that the provider does not see it.</summary>
    public const string UnofficialPayment = "cost.unofficial";

    private const string Comment = "comment";

    public string Version => rules.Version;

    /// <param name="row">The comment.</param>
    /// <param name="about">The answer to <see cref="About"/>; null where there is none.</param>
    /// <param name="wentWrong">The answer to <see cref="WentWrong"/>; null where there is none.</param>
    /// <param name="language">For a text that does not tell its own: that of the survey when it was written.</param>
    public void Tag(CommentRow row, string? about, string? wentWrong, string language)
    {
        var found = rules.Find(row.Text);
        row.Topics = string.Join(',', row.Item == Comment && about is not null ? Topics(about, found) : found.Topics);
        row.Sensitive = string.Join(',', wentWrong is not null && Chosen(wentWrong).Contains(UnofficialPayment, StringComparer.Ordinal)
            ? found.Sensitive.Prepend(SensitiveKinds.Corruption).Distinct(StringComparer.Ordinal) : found.Sensitive);
        row.Language = found.Language ?? language;
        row.Rules = rules.Version;
    }

    public static string[] Chosen(string choice) => choice.Split(',', StringSplitOptions.RemoveEmptyEntries);

    // Who says that it is about something else is believed; who names a criterion may still have written of others.
    private static IEnumerable<string> Topics(string about, CommentFindings found) =>
        about == CommentRules.Other ? [about] : found.Topics.Where(topic => topic != CommentRules.Other && topic != about).Prepend(about);
}
