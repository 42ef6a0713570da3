namespace Bot.Survey.Scoring;

/// <summary>A row of a service's rating of regions.</summary>
/// <param name="Rank">The place, from 1; null for a region without a score.</param>
/// <param name="Region">The region and its scores by form.</param>
/// <param name="Combined">The simple mean of the forms that have a score; null where none has.</param>
public sealed record RankedRegion(int? Rank, RegionScores Region, Score? Combined);
