using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

internal readonly record struct TallyKey(string ServiceId, string Form, string RegionId);

/// <summary>Reads the cells back into what the scoring method takes.</summary>
internal static class ScoreTallies
{
    /// <summary>The tallies of some services (null: of all), all regions together.</summary>
    public static Task<Dictionary<TallyKey, FormTally>> ReadAsync(
        BotDbContext db, ScoringForms forms, IReadOnlyCollection<string>? services, ScoreFilter filter, CancellationToken cancellationToken)
    {
        var cells = Filtered(db, services, filter);
        cells = filter.Region is { } region ? cells.Where(c => c.RegionId == region)
            : filter.HasPeriod ? cells
            : cells.Where(c => c.RegionId == CellKey.AllRegions);
        return SumAsync(cells, forms, byRegion: false, cancellationToken);
    }

    /// <summary>The tallies of one service by region; the filter's region does not matter.</summary>
    public static Task<Dictionary<TallyKey, FormTally>> ReadByRegionAsync(
        BotDbContext db, ScoringForms forms, string service, ScoreFilter filter, CancellationToken cancellationToken) =>
        SumAsync(Filtered(db, [service], filter).Where(c => c.RegionId != CellKey.AllRegions), forms, byRegion: true, cancellationToken);

    /// <summary>Respondents by day, for the days that have any.</summary>
    public static async Task<List<(int Day, long Respondents)>> DaysAsync(
        BotDbContext db, IReadOnlyCollection<string> services, ScoreFilter filter, CancellationToken cancellationToken)
    {
        var days = await Filtered(db, services, filter with { From = DateOnly.MinValue, To = null })
            .Where(c => c.Unit == Unit.Form && (filter.Region == null || c.RegionId == filter.Region))
            .GroupBy(c => c.Day).Select(d => new { Day = d.Key, Respondents = d.Sum(c => c.Raters) }).ToListAsync(cancellationToken);
        return [.. days.Where(d => d.Respondents > 0).OrderBy(d => d.Day).Select(d => (d.Day, d.Respondents))];
    }

    private static IQueryable<ScoreCellRow> Filtered(BotDbContext db, IReadOnlyCollection<string>? services, ScoreFilter filter)
    {
        var cells = db.ScoreCells.AsNoTracking();
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

    private static async Task<Dictionary<TallyKey, FormTally>> SumAsync(IQueryable<ScoreCellRow> cells, ScoringForms forms, bool byRegion, CancellationToken cancellationToken)
    {
        var sums = await cells
            .GroupBy(c => new { c.ServiceId, c.Form, RegionId = byRegion ? c.RegionId : "", c.Unit })
            .Select(g => new ScoreCellRow
            {
                ServiceId = g.Key.ServiceId,
                Form = g.Key.Form,
                RegionId = g.Key.RegionId,
                Unit = g.Key.Unit,
                Ones = g.Sum(c => c.Ones),
                Twos = g.Sum(c => c.Twos),
                Threes = g.Sum(c => c.Threes),
                Fours = g.Sum(c => c.Fours),
                Fives = g.Sum(c => c.Fives),
                Raters = g.Sum(c => c.Raters),
            })
            .ToListAsync(cancellationToken);
        return sums.GroupBy(c => new TallyKey(c.ServiceId, c.Form, c.RegionId))
            .Where(g => forms.Find(g.Key.Form) is not null)
            .ToDictionary(g => g.Key, g => Tally(forms.Find(g.Key.Form)!.Layout, [.. g]));
    }

    private static FormTally Tally(FormLayout layout, List<ScoreCellRow> units) => new(
        units.Where(u => u.Unit == Unit.Form).Sum(u => u.Raters),
        Named(units, Unit.Item).Where(u => layout.ZoneByItem.ContainsKey(u.Key))
            .Select(u => KeyValuePair.Create(u.Key, new ItemTally(u.Value.Ones, u.Value.Twos, u.Value.Threes, u.Value.Fours, u.Value.Fives))),
        Named(units, Unit.Criterion).Select(u => KeyValuePair.Create(u.Key, u.Value.Raters)),
        Named(units, Unit.Zone).Select(u => KeyValuePair.Create(u.Key, u.Value.Raters)));

    private static IEnumerable<KeyValuePair<string, ScoreCellRow>> Named(List<ScoreCellRow> units, string prefix) =>
        units.Where(u => u.Unit.StartsWith(prefix, StringComparison.Ordinal)).Select(u => KeyValuePair.Create(u.Unit[prefix.Length..], u));
}
