using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>
/// Snaps the period that a reader asks for to blocks of whole days with enough responses each, so that nobody's answers can be read off the
/// difference of two periods, or of a period and all time. Administrators get what they ask for.
/// </summary>
internal sealed class ScorePeriods(PublishGate gate)
{
    /// <summary>The blocks of the service's own days (of one region, where the filter names one) that touch the period; before all days where none does.</summary>
    public async Task<ScoreFilter> EffectiveAsync(ScoreTallies published, string service, ScoreFilter filter, CancellationToken cancellationToken)
    {
        var before = await published.WaitingSinceAsync([service], filter, cancellationToken);
        var days = await published.ReadDaysAsync([service], filter, before, cancellationToken);
        var whole = await published.ReadAsync([service], filter with { From = null, To = null }, cancellationToken);
        return Snap(PublishBlocks.Of(days.Select(d => (ScoreDay.Date(d.Day), d.Key, d.Tally)), whole, gate), filter);
    }

    internal static ScoreFilter Snap(IEnumerable<(DateOnly First, DateOnly Last)> blocks, ScoreFilter filter)
    {
        var (from, to) = (filter.From ?? DateOnly.MinValue, filter.To ?? DateOnly.MaxValue);
        var touched = blocks.Where(b => b.Last >= from && b.First <= to).ToList();
        return touched.Count == 0
            ? filter with { From = DateOnly.MinValue, To = DateOnly.MinValue }
            : filter with { From = touched[0].First, To = touched[^1].Last };
    }
}
