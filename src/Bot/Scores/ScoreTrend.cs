using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>A change from one period to the next.</summary>
/// <param name="Difference">In points, with two decimals.</param>
/// <param name="Real">Whether it is more than chance.</param>
/// <param name="Days">How long each period is.</param>
internal sealed record ScoreTrend(decimal Difference, bool Real, int Days)
{
    /// <summary>The change of the simple mean over services; null where there is nothing to compare.</summary>
    public static ScoreTrend? Of(IEnumerable<Score?> earlier, IEnumerable<Score?> later, int days)
    {
        var change = ScoreChange.Between(ScoringMethod.ProviderOverServices(earlier).Simple, ScoringMethod.ProviderOverServices(later).Simple);
        return change is null ? null : new ScoreTrend(change.Difference, change.Real, days);
    }
}
