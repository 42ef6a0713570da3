namespace Bot.Survey.Scoring;

/// <summary>A criterion's score and how far it can be relied on.</summary>
/// <param name="Score">The score; null where nobody rated the criterion.</param>
/// <param name="Thin">
/// Whether few people stand behind a score that weighs as much as any other: see <see cref="ScoringMethod.IsThin"/>.
/// False where there is no score.
/// </param>
public sealed record CriterionScore(Score? Score, bool Thin);
