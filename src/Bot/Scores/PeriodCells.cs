using Bot.Persistence;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>
/// The cells that periods are summed from: whole months, and single days of months that a period holds in part. Nothing is taken away from a sum, so
/// that a response that is counted between the two reads is in it or not, never half.
/// </summary>
internal sealed class PeriodCells
{
    private readonly ScoringForms _forms;
    private readonly Dictionary<(string Service, string Region), List<Month>> _months = [];
    private readonly Dictionary<(string Service, string Region), List<(int Day, string Form, byte[] Counts)>> _days = [];

    private PeriodCells(ScoringForms forms) => _forms = forms;

    /// <summary>Reads the months that touch some days.</summary>
    /// <param name="regions">Regions and <see cref="CellKey.AllRegions"/>.</param>
    public static async Task<PeriodCells> ReadAsync(
        BotDbContext db, ScoringForms forms, IReadOnlyCollection<string> services, IReadOnlyCollection<string> regions, int from, int to, CancellationToken cancellationToken)
    {
        var read = new PeriodCells(forms);
        var months = db.ScoreCells
            .Where(c => services.Contains(c.ServiceId) && regions.Contains(c.RegionId) && c.Split == CellKey.Whole && c.Day >= from && c.Day <= to && c.Day % 100 == 0)
            .Select(c => new { c.ServiceId, c.RegionId, c.Form, c.Day, c.Counts, c.DayBases });
        await foreach (var c in months.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (forms.Find(c.Form) is { } form && MonthBases.ReadDays(form.Layout, c.Day, c.DayBases) is { Count: > 0 } days)
                Of(read._months, c.ServiceId, c.RegionId).Add(new Month(c.Day, c.Form, c.Counts, days));
        }

        foreach (var list in read._months.Values)
            list.Sort((one, other) => one.Number.CompareTo(other.Number));
        return read;
    }

    /// <summary>Reads the days that the sums of some periods need beside the months.</summary>
    public async Task ReadDaysAsync(BotDbContext db, IReadOnlyCollection<(string Service, string Region, ScoreFilter Period)> periods, CancellationToken cancellationToken)
    {
        var wanted = periods.SelectMany(p => Single(p.Service, p.Region, p.Period).Select(c => (p.Service, p.Region, c.Form, c.Day))).ToHashSet();
        if (wanted.Count == 0)
            return;
        var (services, regions, days) = (wanted.Select(w => w.Service).Distinct().ToList(), wanted.Select(w => w.Region).Distinct().ToList(), wanted.Select(w => w.Day).Distinct().ToList());
        var cells = db.ScoreCells
            .Where(c => services.Contains(c.ServiceId) && regions.Contains(c.RegionId) && c.Split == CellKey.Whole && days.Contains(c.Day))
            .Select(c => new { c.ServiceId, c.RegionId, c.Form, c.Day, c.Counts });
        await foreach (var c in cells.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (wanted.Contains((c.ServiceId, c.RegionId, c.Form, c.Day)))
                Of(_days, c.ServiceId, c.RegionId).Add((c.Day, c.Form, c.Counts));
        }
    }

    /// <summary>The number of people behind every unit on each day before some day, in the order of days.</summary>
    public IEnumerable<(DateOnly Day, string Form, long[] Bases)> DailyBases(string service, string region, int before)
    {
        var cells = Of(_months, service, region).SelectMany(m => m.Days, (m, d) => (d.Day, m.Form, d.Bases)).ToList();
        cells.Sort((one, other) => one.Day.CompareTo(other.Day));
        return cells.TakeWhile(c => c.Day < before).Select(c => (ScoreDay.Date(c.Day), c.Form, c.Bases));
    }

    /// <summary>The number of people behind every unit in a period, by form.</summary>
    public Dictionary<string, long[]> Bases(string service, string region, ScoreFilter period)
    {
        var (from, to) = Days(period);
        var sums = new Dictionary<string, long[]>(StringComparer.Ordinal);
        foreach (var month in Of(_months, service, region))
        {
            foreach (var (_, bases) in month.Days.Where(d => d.Day >= from && d.Day <= to))
            {
                if (!sums.TryGetValue(month.Form, out var sum))
                    sums[month.Form] = sum = new long[bases.Length];
                for (var i = 0; i < bases.Length; i++)
                    sum[i] += bases[i];
            }
        }

        return sums;
    }

    /// <summary>The tallies of a period by form; its days must have been read.</summary>
    public Dictionary<string, FormTally> Sum(string service, string region, ScoreFilter period)
    {
        var days = Days(period);
        var sums = new Dictionary<string, FormTally>(StringComparer.Ordinal);
        foreach (var month in Of(_months, service, region).Where(m => m.IsWithin(days)))
            Add(month.Form, month.Counts);
        var single = Single(service, region, period).ToHashSet();
        foreach (var (_, form, counts) in Of(_days, service, region).Where(c => single.Contains((c.Form, c.Day))))
            Add(form, counts);
        return sums;

        void Add(string form, byte[] counts)
        {
            if (!sums.TryGetValue(form, out var sum))
                sums[form] = sum = new FormTally(_forms.Find(form)!.Layout);
            TallyBytes.AddTo(sum, counts);
        }
    }

    /// <summary>The days of a period that lie in months which it does not hold whole.</summary>
    private IEnumerable<(string Form, int Day)> Single(string service, string region, ScoreFilter period)
    {
        var days = Days(period);
        return Of(_months, service, region).Where(m => !m.IsWithin(days)).SelectMany(m => m.Days, (m, d) => (m.Form, d.Day)).Where(c => c.Day >= days.From && c.Day <= days.To);
    }

    private static (int From, int To) Days(ScoreFilter period) => (ScoreDay.Of(period.From ?? DateOnly.MinValue), ScoreDay.Of(period.To ?? DateOnly.MaxValue));

    private static List<T> Of<T>(Dictionary<(string Service, string Region), List<T>> cells, string service, string region)
    {
        if (!cells.TryGetValue((service, region), out var list))
            cells[(service, region)] = list = [];
        return list;
    }

    /// <param name="Days">Those on which somebody rated.</param>
    private sealed record Month(int Number, string Form, byte[] Counts, List<(int Day, long[] Bases)> Days)
    {
        public bool IsWithin((int From, int To) days) => Days[0].Day >= days.From && Days[^1].Day <= days.To;
    }
}
