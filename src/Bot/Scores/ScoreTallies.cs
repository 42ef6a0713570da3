using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <param name="RegionId">A region; empty: all that were asked for.</param>
/// <param name="Split">A part; empty: all responses.</param>
internal readonly record struct TallyKey(string ServiceId, string Form, string RegionId = "", string Split = "");

/// <summary>Reads the cells of all days together back into what the scoring method takes; those of periods: <see cref="PeriodScores"/>.</summary>
/// <param name="published">Whether as published, or as they are.</param>
internal sealed class ScoreTallies(BotDbContext db, ScoringForms forms, bool published)
{
    /// <summary>The tallies of some services (null: of all), of one region or of all together.</summary>
    public Task<Dictionary<TallyKey, FormTally>> ReadAsync(IReadOnlyCollection<string>? services, string? region, CancellationToken cancellationToken)
    {
        var cells = Whole.Where(c => c.RegionId == (region ?? CellKey.AllRegions));
        return SumAsync(services is null ? cells : cells.Where(c => services.Contains(c.ServiceId)), byRegion: false, cancellationToken);
    }

    /// <summary>The tallies of one service by region.</summary>
    public Task<Dictionary<TallyKey, FormTally>> ReadByRegionAsync(string service, CancellationToken cancellationToken) =>
        SumAsync(Whole.Where(c => c.ServiceId == service && c.RegionId != CellKey.AllRegions), byRegion: true, cancellationToken);

    /// <summary>The parts of some services that begin so.</summary>
    public Task<Dictionary<TallyKey, FormTally>> ReadPartsAsync(IReadOnlyCollection<string> services, string? region, string beginning, CancellationToken cancellationToken) =>
        SumAsync(
            db.ScoreCells.Where(c => services.Contains(c.ServiceId) && c.RegionId == (region ?? CellKey.AllRegions) && c.Day == ScoreDay.All && c.Split != CellKey.Whole && c.Split.StartsWith(beginning)),
            byRegion: false,
            cancellationToken);

    private IQueryable<ScoreCellRow> Whole => db.ScoreCells.Where(c => c.Split == CellKey.Whole && c.Day == ScoreDay.All);

    private async Task<Dictionary<TallyKey, FormTally>> SumAsync(IQueryable<ScoreCellRow> cells, bool byRegion, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<TallyKey, FormTally>();
        await foreach (var row in cells.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (forms.Find(row.Form) is null)
                continue;
            var key = new TallyKey(row.ServiceId, row.Form, byRegion ? row.RegionId : "", row.Split);
            sums[key] = CellPublishing.Read(row, forms.Find(row.Form)!.Layout, published);
        }

        return sums;
    }
}
