namespace Bot.Scores;

/// <summary>All scores of a service. Only forms that somebody rated are listed.</summary>
/// <param name="Respondents">Submitted responses of all forms; null where it is hidden.</param>
/// <param name="Score">Over the forms; null where nobody rated.</param>
/// <param name="WithoutThin">The score without thin criteria.</param>
/// <param name="Weighted">The score with criteria and forms weighing as much as people rated them.</param>
/// <param name="Splits">The score by part: <c>outcome</c>, <c>channel</c> of the survey, <c>source</c>, <c>language</c>. Of all days.</param>
/// <param name="Period">The days that are counted; null: all.</param>
internal sealed record ServiceScores(
    string Service,
    long? Respondents,
    ScoreView? Score,
    IReadOnlyDictionary<string, ScoreView?> Criteria,
    IReadOnlyDictionary<string, ScoreView?> Providers,
    IReadOnlyDictionary<string, FormScores> Forms,
    ScoreView? WithoutThin = null,
    ScoreView? Weighted = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, ScoreView?>>? Splits = null,
    ScorePeriod? Period = null);

internal sealed record FormScores(
    long? Respondents,
    ScoreView? Score,
    IReadOnlyDictionary<string, CriterionScores> Criteria,
    IReadOnlyDictionary<string, ZoneScore> Providers,
    ScoreView? WithoutThin = null,
    ScoreView? Weighted = null);

/// <param name="Thin">Few people stand behind a score that weighs as much as any other.</param>
internal sealed record CriterionScores(ScoreView? Score, bool Thin, IReadOnlyDictionary<string, ScoreView?> Items);

/// <param name="Zone">The part of the form for which the provider answers, or <c>whole</c>.</param>
internal sealed record ZoneScore(string Zone, ScoreView? Score);

/// <summary>Days counted, both ends included; null: open.</summary>
internal sealed record ScorePeriod(DateOnly? From, DateOnly? To);

internal sealed record ServiceSummary(string Service, long? Respondents, ScoreView? Score);

/// <param name="Score">Simple mean over the services.</param>
/// <param name="Weighted">Mean weighted by raters.</param>
internal sealed record ProviderScores(string Provider, ScoreView? Score, ScoreView? Weighted, IReadOnlyList<ProviderService> Services, ScorePeriod? Period = null);

/// <param name="Respondents">Submitted responses of the forms in which the provider has a zone.</param>
/// <param name="Period">The days that are counted in this service; null: all.</param>
internal sealed record ProviderService(string Service, ScoreView? Score, long? Respondents, ScorePeriod? Period = null);

internal sealed record ProviderSummary(string Provider, ScoreView? Score, ScoreView? Weighted);

internal sealed record RegionRating(string Service, IReadOnlyList<RegionRow> Rows, ScorePeriod? Period = null);

/// <param name="Rank">Place from 1; null where the region is not ranked.</param>
/// <param name="Period">The days that are counted in this region; null: all.</param>
internal sealed record RegionRow(int? Rank, string Region, ScoreView? Electronic, ScoreView? Paper, ScoreView? Proactive, ScoreView? Combined, ScorePeriod? Period = null);
