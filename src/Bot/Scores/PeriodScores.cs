using Bot.Persistence;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>
/// The scores of periods, from the cells of days. For all but administrators a period snaps to blocks of whole days with enough responses each, so
/// that nobody's answers can be read off the difference of two periods, or of a period and all time; the blocks are the service's own, or the region's.
/// </summary>
internal sealed class PeriodScores
{
    private readonly ScoreComputer _computer;
    private readonly DayCells _days;
    private readonly Dictionary<(string Service, string Region), IReadOnlyList<(DateOnly First, DateOnly Last)>>? _blocks;

    private PeriodScores(ScoreComputer computer, DayCells days, Dictionary<(string Service, string Region), IReadOnlyList<(DateOnly First, DateOnly Last)>>? blocks) =>
        (_computer, _days, _blocks) = (computer, days, blocks);

    /// <summary>Reads all that the scores of these services need.</summary>
    /// <param name="regions">Regions beside all together; null: every one.</param>
    /// <param name="widest">A period that holds all that will be asked for.</param>
    public static async Task<PeriodScores> ReadAsync(
        BotDbContext db, ScoringForms forms, ScoreComputer computer, IReadOnlyCollection<string> services, IReadOnlyCollection<string>? regions, ScoreFilter widest,
        bool everything, CancellationToken cancellationToken)
    {
        string[]? wanted = regions is null ? null : [CellKey.AllRegions, .. regions];
        if (everything)
        {
            var (from, to) = (ScoreDay.Of(widest.From ?? DateOnly.MinValue), ScoreDay.Of(widest.To ?? DateOnly.MaxValue));
            return new PeriodScores(computer, await DayCells.ReadAsync(db, forms, services, wanted, Math.Max(from, 1), to, cancellationToken), blocks: null);
        }

        var days = await DayCells.ReadAsync(db, forms, services, wanted, 1, int.MaxValue, cancellationToken);
        return new PeriodScores(computer, days, await BlocksAsync(db, forms, computer.Gate, days, services, wanted, cancellationToken));
    }

    /// <summary>The scores of a service, of one region or of all, in its effective period.</summary>
    public ComputedService Of(string service, string? region, ScoreFilter period)
    {
        var effective = Effective(service, region, period);
        var tallies = Tallies(service, region ?? CellKey.AllRegions, effective);
        return _computer.Service(region is null || _blocks is null ? tallies : tallies.Within(Tallies(service, CellKey.AllRegions, effective)));
    }

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
        BotDbContext db, ScoringForms forms, PublishGate gate, DayCells days, IReadOnlyCollection<string> services, string[]? regions, CancellationToken cancellationToken)
    {
        var whole = db.ScoreCells.AsNoTracking().Where(c => services.Contains(c.ServiceId) && c.Split == CellKey.Whole && c.Day == ScoreDay.All);
        if (regions is not null)
            whole = whole.Where(c => regions.Contains(c.RegionId));
        var rows = await whole.ToListAsync(cancellationToken);
        return rows.Where(r => forms.Find(r.Form) is not null).GroupBy(r => (r.ServiceId, r.RegionId)).ToDictionary(
            place => place.Key,
            place => PublishBlocks.Of(
                days.Bases(place.Key.ServiceId, place.Key.RegionId, place.Min(r => r.WaitingSince) ?? int.MaxValue),
                place.ToDictionary(r => r.Form, r => TallyBytes.Bases(forms.Find(r.Form)!.Layout, r.Published ?? r.Counts)),
                gate));
    }

    private ScoreFilter Effective(string service, string? region, ScoreFilter period) =>
        _blocks is null ? period : Snap(_blocks.GetValueOrDefault((service, region ?? CellKey.AllRegions)) ?? [], period);

    private ServiceTallies Tallies(string service, string region, ScoreFilter period) =>
        ServiceTallies.Of(service, _days.Sum(service, region, period).ToDictionary(t => new TallyKey(service, t.Key), t => t.Value)) with { Period = period.Period };
}
