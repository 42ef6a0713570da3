using Bot.Persistence;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>The cells of days, read at once for all that a request looks at, and added up in memory as often as it needs.</summary>
internal sealed class DayCells
{
    private readonly ScoringForms _forms;
    private readonly Dictionary<(string Service, string Region), List<(int Day, string Form, byte[] Counts)>> _cells = [];

    private DayCells(ScoringForms forms) => _forms = forms;

    /// <param name="regions">Regions and <see cref="CellKey.AllRegions"/>; null: all of them.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public static async Task<DayCells> ReadAsync(
        BotDbContext db, ScoringForms forms, IReadOnlyCollection<string> services, IReadOnlyCollection<string>? regions, int from, int to, CancellationToken cancellationToken)
    {
        var cells = db.ScoreCells.Where(c => services.Contains(c.ServiceId) && c.Split == CellKey.Whole && c.Day >= from && c.Day <= to);
        if (regions is not null)
            cells = cells.Where(c => regions.Contains(c.RegionId));
        var read = new DayCells(forms);
        await foreach (var c in cells.Select(c => new { c.ServiceId, c.RegionId, c.Day, c.Form, c.Counts }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (forms.Find(c.Form) is not null)
                read.Of(c.ServiceId, c.RegionId).Add((c.Day, c.Form, c.Counts));
        }

        // Sorted here: the database would have to carry the counts along.
        foreach (var list in read._cells.Values)
            list.Sort((one, other) => one.Day.CompareTo(other.Day));
        return read;
    }

    /// <summary>The number of people behind every unit on each day before some day.</summary>
    public IEnumerable<(DateOnly Day, string Form, long[] Bases)> Bases(string service, string region, int before) => Of(service, region)
        .TakeWhile(c => c.Day < before).Select(c => (ScoreDay.Date(c.Day), c.Form, TallyBytes.Bases(_forms.Find(c.Form)!.Layout, c.Counts)));

    /// <summary>The tallies of a period by form.</summary>
    public Dictionary<string, FormTally> Sum(string service, string region, ScoreFilter period)
    {
        var (from, to) = (ScoreDay.Of(period.From ?? DateOnly.MinValue), ScoreDay.Of(period.To ?? DateOnly.MaxValue));
        var sums = new Dictionary<string, FormTally>(StringComparer.Ordinal);
        foreach (var (_, form, counts) in Of(service, region).Where(c => c.Day >= from && c.Day <= to))
        {
            if (!sums.TryGetValue(form, out var sum))
                sums[form] = sum = new FormTally(_forms.Find(form)!.Layout);
            TallyBytes.AddTo(sum, counts);
        }

        return sums;
    }

    private List<(int Day, string Form, byte[] Counts)> Of(string service, string region)
    {
        if (!_cells.TryGetValue((service, region), out var cells))
            _cells[(service, region)] = cells = [];
        return cells;
    }
}
