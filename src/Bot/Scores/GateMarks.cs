namespace Bot.Scores;

/// <summary>Marks in what an administrator sees the scores that the publish gate hides from everybody else.</summary>
internal static class GateMarks
{
    public static ServiceScores Mark(ServiceScores all, ServiceScores gated) => all with
    {
        Score = Mark(all.Score, gated.Score),
        Criteria = Mark(all.Criteria, gated.Criteria),
        Providers = Mark(all.Providers, gated.Providers),
        Forms = all.Forms.ToDictionary(form => form.Key, form => Mark(form.Value, gated.Forms[form.Key]), StringComparer.Ordinal),
        WithoutThin = Mark(all.WithoutThin, gated.WithoutThin),
        Weighted = Mark(all.Weighted, gated.Weighted),
        Splits = all.Splits?.ToDictionary(
            d => d.Key,
            IReadOnlyDictionary<string, ScoreView?> (d) => gated.Splits is { } splits ? Mark(d.Value, splits[d.Key]) : d.Value.ToDictionary(p => p.Key, p => Mark(p.Value, ScoreView.TooFew)),
            StringComparer.Ordinal),
    };

    public static ProviderScores Mark(ProviderScores all, ProviderScores gated) => all with
    {
        Score = Mark(all.Score, gated.Score),
        Weighted = Mark(all.Weighted, gated.Weighted),
        Services = [.. all.Services.Join(gated.Services, one => one.Service, other => other.Service, (one, other) => one with { Score = Mark(one.Score, other.Score) })],
    };

    public static RegionRating Mark(RegionRating all, RegionRating gated) => all with
    {
        Rows = [.. all.Rows.Join(gated.Rows, one => one.Region, other => other.Region, Mark)],
    };

    private static RegionRow Mark(RegionRow all, RegionRow gated) => all with
    {
        Electronic = Mark(all.Electronic, gated.Electronic),
        Paper = Mark(all.Paper, gated.Paper),
        Proactive = Mark(all.Proactive, gated.Proactive),
        Combined = Mark(all.Combined, gated.Combined),
    };

    private static FormScores Mark(FormScores all, FormScores gated) => all with
    {
        Score = Mark(all.Score, gated.Score),
        WithoutThin = Mark(all.WithoutThin, gated.WithoutThin),
        Weighted = Mark(all.Weighted, gated.Weighted),
        Criteria = all.Criteria.ToDictionary(c => c.Key, c => Mark(c.Value, gated.Criteria[c.Key]), StringComparer.Ordinal),
        Providers = all.Providers.ToDictionary(p => p.Key, p => p.Value with { Score = Mark(p.Value.Score, gated.Providers[p.Key].Score) }, StringComparer.Ordinal),
    };

    private static CriterionScores Mark(CriterionScores all, CriterionScores gated) =>
        all with { Score = Mark(all.Score, gated.Score), Items = Mark(all.Items, gated.Items) };

    private static Dictionary<string, ScoreView?> Mark(IReadOnlyDictionary<string, ScoreView?> all, IReadOnlyDictionary<string, ScoreView?> gated) =>
        all.ToDictionary(one => one.Key, one => Mark(one.Value, gated[one.Key]), StringComparer.Ordinal);

    private static ScoreView? Mark(ScoreView? all, ScoreView? gated) =>
        all is not null && gated is { Mean: null } ? all with { Status = ScoreStatus.TooFew } : all;
}
