using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <param name="RegionId">A region; empty: all that were asked for.</param>
/// <param name="Split">A part; empty: all responses.</param>
internal readonly record struct TallyKey(string ServiceId, string Form, string RegionId = "", string Split = "");

/// <summary>Reads the cells back into what the scoring method takes.</summary>
/// <param name="published">Whether as published, or as they are.</param>
internal sealed class ScoreTallies(BotDbContext db, ScoringForms forms, bool published)
{
    /// <summary>The tallies of some services (null: of all), all regions together or the one of the filter.</summary>
    public Task<Dictionary<TallyKey, FormTally>> ReadAsync(IReadOnlyCollection<string>? services, ScoreFilter filter, CancellationToken cancellationToken) =>
        SumAsync(Filtered(services, filter).Where(c => c.RegionId == (filter.Region ?? CellKey.AllRegions)), byRegion: false, cancellationToken);

    /// <summary>The tallies of one service by region; the filter's region does not matter.</summary>
    public Task<Dictionary<TallyKey, FormTally>> ReadByRegionAsync(string service, ScoreFilter filter, CancellationToken cancellationToken) =>
        SumAsync(Filtered([service], filter).Where(c => c.RegionId != CellKey.AllRegions), byRegion: true, cancellationToken);

    /// <summary>The parts of one service, of all days.</summary>
    public Task<Dictionary<TallyKey, FormTally>> ReadPartsAsync(IReadOnlyCollection<string> services, string? region, CancellationToken cancellationToken) =>
        SumAsync(
            db.ScoreCells.Where(c => services.Contains(c.ServiceId) && c.RegionId == (region ?? CellKey.AllRegions) && c.Day == ScoreDay.All && c.Split != CellKey.Whole),
            byRegion: false,
            cancellationToken);

    /// <summary>The tallies of each day, in the order of days.</summary>
    /// <param name="before">Only earlier days; null: all.</param>
    public async Task<List<(int Day, TallyKey Key, FormTally Tally)>> ReadDaysAsync(
        IReadOnlyCollection<string> services, ScoreFilter filter, int? before, CancellationToken cancellationToken)
    {
        var last = before ?? int.MaxValue;
        var rows = await db.ScoreCells.AsNoTracking()
            .Where(c => services.Contains(c.ServiceId) && c.RegionId == (filter.Region ?? CellKey.AllRegions) && c.Split == CellKey.Whole && c.Day > ScoreDay.All && c.Day < last)
            .OrderBy(c => c.Day).ToListAsync(cancellationToken);
        return [.. rows.Where(r => forms.Find(r.Form) is not null).Select(r => (r.Day, new TallyKey(r.ServiceId, r.Form), Tally(r)))];
    }

    /// <summary>The earliest day of a response that is not published yet; null: all are.</summary>
    public Task<int?> WaitingSinceAsync(IReadOnlyCollection<string> services, ScoreFilter filter, CancellationToken cancellationToken) =>
        db.ScoreCells.Where(c => services.Contains(c.ServiceId) && c.RegionId == (filter.Region ?? CellKey.AllRegions) && c.Split == CellKey.Whole && c.Day == ScoreDay.All)
            .MinAsync(c => c.WaitingSince, cancellationToken);

    private IQueryable<ScoreCellRow> Filtered(IReadOnlyCollection<string>? services, ScoreFilter filter)
    {
        var cells = db.ScoreCells.Where(c => c.Split == CellKey.Whole);
        if (services is not null)
            cells = cells.Where(c => services.Contains(c.ServiceId));
        if (filter.Form is { } form)
            cells = cells.Where(c => c.Form == form);
        if (!filter.HasPeriod)
            return cells.Where(c => c.Day == ScoreDay.All);
        var from = filter.From is { } first ? ScoreDay.Of(first) : 1;
        var to = filter.To is { } last ? ScoreDay.Of(last) : int.MaxValue;
        return cells.Where(c => c.Day >= from && c.Day <= to);
    }

    private async Task<Dictionary<TallyKey, FormTally>> SumAsync(IQueryable<ScoreCellRow> cells, bool byRegion, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<TallyKey, FormTally>();
        await foreach (var row in cells.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (forms.Find(row.Form) is null)
                continue;
            var key = new TallyKey(row.ServiceId, row.Form, byRegion ? row.RegionId : "", row.Split);
            if (sums.TryGetValue(key, out var sum))
                sum.Merge(Tally(row));
            else
                sums[key] = Tally(row);
        }

        return sums;
    }

    private FormTally Tally(ScoreCellRow row) => CellPublishing.Read(row, forms.Find(row.Form)!.Layout, published);
}
