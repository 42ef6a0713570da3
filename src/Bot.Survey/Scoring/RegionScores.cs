namespace Bot.Survey.Scoring;

/// <summary>A service's scores over one region's responses.</summary>
/// <param name="Region">The region's id in the catalogue.</param>
/// <param name="Name">The name that decides between regions with equal scores.</param>
/// <param name="Forms">The overall score by form; null or missing where nobody answered.</param>
public sealed record RegionScores(string Region, string Name, IReadOnlyDictionary<string, Score?> Forms);
