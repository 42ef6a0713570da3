using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>Compares a period with the equal one before it.</summary>
internal sealed class ScoreTrends(ScoreReader reader)
{
    /// <summary>The change of some services' common score; of each service its own effective days, and only those that are shown in both periods.</summary>
    /// <param name="period">The later period; both ends are named.</param>
    public async Task<ScoreTrend?> FindAsync(IReadOnlyList<string> services, ScoreFilter period, bool everything, CancellationToken cancellationToken)
    {
        if (period is not { From: { } from, To: { } to })
            return null;
        var later = await reader.ComputeAsync(services, period, everything, withParts: false, cancellationToken);
        var length = to.DayNumber - from.DayNumber + 1;
        var pairs = new List<(Score Earlier, Score Later)>();
        foreach (var now in later)
        {
            var start = now.All.Period?.From ?? from;
            if (start.DayNumber < length || Seen(now, everything) is not { } score)
                continue;
            var before = await reader.ComputeAsync([now.All.Service], period with { From = start.AddDays(-length), To = start.AddDays(-1) }, everything, withParts: false, cancellationToken);
            if (Seen(before[0], everything) is { } earlier)
                pairs.Add((earlier, score));
        }

        var change = ScoreChange.Between(
            ScoringMethod.ProviderOverServices(pairs.Select(p => p.Earlier)).Simple, ScoringMethod.ProviderOverServices(pairs.Select(p => p.Later)).Simple);
        return change is null ? null : new ScoreTrend(change.Difference, change.Real, length);
    }

    private static Score? Seen(ComputedService service, bool everything) => service.Seen(everything).Score?.Score;
}

/// <summary>A change from one period to the next.</summary>
/// <param name="Difference">In points, with two decimals.</param>
/// <param name="Real">Whether it is more than chance.</param>
/// <param name="Days">How long each period is.</param>
internal sealed record ScoreTrend(decimal Difference, bool Real, int Days);
