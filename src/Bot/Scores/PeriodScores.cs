using Bot.Persistence;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>
/// The scores of periods, from the cells of months and days. For all but administrators a period snaps to blocks of whole days with enough responses each,
/// so that nobody's answers can be read off the difference of two periods, or of a period and all time; the blocks are the service's own, or the region's.
/// </summary>
internal sealed class PeriodScores
{
    private readonly ScoreComputer _computer;
    private readonly PeriodCells _cells;
    private readonly Dictionary<(string Service, string Region), IReadOnlyList<(DateOnly First, DateOnly Last)>>? _blocks;
    private readonly Dictionary<(string Service, string? Region, ScoreFilter Period), ComputedService?> _scores = [];

    private PeriodScores(ScoreComputer computer, PeriodCells cells, Dictionary<(string Service, string Region), IReadOnlyList<(DateOnly First, DateOnly Last)>>? blocks) =>
        (_computer, _cells, _blocks) = (computer, cells, blocks);

    public static async Task<PeriodScores> ReadAsync(BotDbContext db, ScoringForms forms, ScoreComputer computer, AskedPeriods asked, CancellationToken cancellationToken)
    {
        var regions = asked.Regions.Select(r => r ?? CellKey.AllRegions).ToList();
        var (from, to) = asked.Everything ? asked.Widest : (1, int.MaxValue);
        string[] wholes = asked.Everything ? [] : [CellKey.AllRegions];
        var cells = await PeriodCells.ReadAsync(db, forms, asked.Services, [.. regions.Union(wholes)], from, to, cancellationToken);
        var blocks = asked.Everything ? null : await BlocksAsync(db, forms, computer.Gate, cells, asked.Services, regions, cancellationToken);
        var read = new PeriodScores(computer, cells, blocks);
        await cells.ReadDaysAsync(db, [.. read.Needed(asked)], cancellationToken);
        return read;
    }

    /// <summary>The scores of a service, of one region or of all, in its effective period.</summary>
    /// <exception cref="InvalidOperationException">It was not asked for when the cells were read.</exception>
    public ComputedService Of(string service, string? region, ScoreFilter period)
    {
        if (!_scores.TryGetValue((service, region, period), out var scores))
            throw new InvalidOperationException($"The cells of {period} were not read.");
        return scores ?? (_scores[(service, region, period)] = Compute(service, region, period));
    }

    /// <summary>The equal period before the days that are counted; null where it begins with the calendar.</summary>
    public ScoreFilter? Before(string service, ScoreFilter recent) =>
        (recent with { From = Effective(service, recent.Region, recent).From ?? recent.From }).EqualBefore(recent.Days);

    /// <summary>The blocks that touch the period; before all days where none does.</summary>
    internal static ScoreFilter Snap(IEnumerable<(DateOnly First, DateOnly Last)> blocks, ScoreFilter filter)
    {
        var (from, to) = (filter.From ?? DateOnly.MinValue, filter.To ?? DateOnly.MaxValue);
        var touched = blocks.Where(b => b.Last >= from && b.First <= to).ToList();
        return touched.Count == 0
            ? filter with { From = DateOnly.MinValue, To = DateOnly.MinValue }
            : filter with { From = touched[0].First, To = touched[^1].Last };
    }

    private static async Task<Dictionary<(string Service, string Region), IReadOnlyList<(DateOnly First, DateOnly Last)>>> BlocksAsync(
        BotDbContext db, ScoringForms forms, PublishGate gate, PeriodCells cells, IReadOnlyCollection<string> services, IReadOnlyCollection<string> regions, CancellationToken cancellationToken)
    {
        var rows = await db.ScoreCells.AsNoTracking()
            .Where(c => services.Contains(c.ServiceId) && regions.Contains(c.RegionId) && c.Split == CellKey.Whole && c.Day == ScoreDay.All).ToListAsync(cancellationToken);
        return rows.Where(r => forms.Find(r.Form) is not null).GroupBy(r => (r.ServiceId, r.RegionId)).ToDictionary(
            place => place.Key,
            place => PublishBlocks.Of(
                cells.DailyBases(place.Key.ServiceId, place.Key.RegionId, place.Min(r => r.WaitingSince) ?? int.MaxValue),
                place.ToDictionary(r => r.Form, r => TallyBytes.Bases(forms.Find(r.Form)!.Layout, r.Published ?? r.Counts)),
                gate));
    }

    private IEnumerable<(string Service, string Region, ScoreFilter Period)> Needed(AskedPeriods asked)
    {
        foreach (var (service, region) in asked.Services.SelectMany(s => asked.Regions.Select(r => (s, r))))
        {
            var before = asked.Recent is { } recent ? Before(service, recent) : null;
            foreach (var period in asked.Periods.Append(asked.Recent).Append(before).OfType<ScoreFilter>())
            {
                _scores[(service, region, period)] = null;
                yield return (service, region ?? CellKey.AllRegions, Effective(service, region, period));
            }
        }
    }

    private ComputedService Compute(string service, string? region, ScoreFilter period)
    {
        var effective = Effective(service, region, period);
        var sums = _cells.Sum(service, region ?? CellKey.AllRegions, effective).ToDictionary(t => new TallyKey(service, t.Key), t => t.Value);
        var tallies = ServiceTallies.Of(service, sums) with { Period = effective.Period };
        return _computer.Service(region is null || _blocks is null ? tallies : tallies.Within(_cells.Bases(service, CellKey.AllRegions, effective)));
    }

    private ScoreFilter Effective(string service, string? region, ScoreFilter period) =>
        _blocks is null ? period : Snap(_blocks.GetValueOrDefault((service, region ?? CellKey.AllRegions)) ?? [], period);
}
