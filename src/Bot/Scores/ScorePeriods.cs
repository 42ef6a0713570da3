using Bot.Persistence;
using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>
/// Snaps the period that a reader asks for to blocks of whole days with enough responses each, so that nobody's answers can be read off the
/// difference of two periods. Administrators get what they ask for.
/// </summary>
internal sealed class ScorePeriods(PublishGate gate)
{
    public async Task<ScoreFilter> EffectiveAsync(
        BotDbContext db, IReadOnlyCollection<string> services, ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        if (everything || !filter.HasPeriod)
            return filter;
        var days = await ScoreTallies.DaysAsync(db, services, filter, cancellationToken);
        return Snap(days, filter, gate.MinimumToShow);
    }

    /// <summary>The blocks that touch the period; the last block, which is not full yet, belongs to none.</summary>
    internal static ScoreFilter Snap(IEnumerable<(int Day, long Respondents)> days, ScoreFilter filter, long minimum)
    {
        var from = filter.From ?? DateOnly.MinValue;
        var to = filter.To ?? DateOnly.MaxValue;
        var touched = Blocks(days, minimum).Where(b => b.Last >= from && b.First <= to).ToList();
        // No full block: a period before all days holds nobody.
        return touched.Count == 0
            ? filter with { From = DateOnly.MinValue, To = DateOnly.MinValue }
            : filter with { From = touched[0].First, To = touched[^1].Last };
    }

    private static IEnumerable<(DateOnly First, DateOnly Last)> Blocks(IEnumerable<(int Day, long Respondents)> days, long minimum)
    {
        DateOnly? first = null;
        var respondents = 0L;
        foreach (var day in days)
        {
            first ??= ScoreDay.Date(day.Day);
            respondents += day.Respondents;
            if (respondents < minimum)
                continue;
            yield return (first.Value, ScoreDay.Date(day.Day));
            (first, respondents) = (null, 0);
        }
    }
}
