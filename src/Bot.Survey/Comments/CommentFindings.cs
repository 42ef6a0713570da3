namespace Bot.Survey.Comments;

/// <summary>What the rules read in a comment.</summary>
/// <param name="Topics">The criteria it speaks of, in the order of the rules; <see cref="CommentRules.Other"/> alone where it is about none.</param>
/// <param name="Sensitive">The <see cref="SensitiveKinds"/> it belongs to; empty for an ordinary comment.</param>
/// <param name="Language">Code of the language it is written in; null where that cannot be told.</param>
public sealed record CommentFindings(IReadOnlyList<string> Topics, IReadOnlyList<string> Sensitive, string? Language);
