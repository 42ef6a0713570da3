using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Scoring;
using Bot.Survey.Tests.Scoring;
using Bot.Tests.Conversations;
using FsCheck.Xunit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Scores;

public sealed class PeriodCellsTests
{
    private const string Service = "601001";
    private static readonly DateOnly First = new(2026, 1, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Property(Arbitrary = [typeof(OperationArbitrary)], MaxTest = 10)]
    public async Task A_period_is_the_sum_of_its_days_wherever_it_begins_and_ends(Operation[] operations, byte begin, byte length)
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        foreach (var o in operations)
            await desk.SubmitAsync(Service, o.Form, o.Region, o.RatingsOf(), new DateTimeOffset(First.AddDays(o.Which % 120), new(12, 0), TimeSpan.FromHours(5)));
        foreach (var id in desk.Responses.Where((_, i) => i % 4 == 0).ToList())
            await desk.EraseAsync(id);
        await desk.FoldAsync();
        var from = First.AddDays(begin % 120);
        await AssertSumAsync(host, CellKey.AllRegions, new ScoreFilter(From: from, To: from.AddDays(length % 90)));
        await AssertSumAsync(host, "astana", new ScoreFilter(From: from));
    }

    [Fact]
    public async Task A_rebuild_repairs_a_month_whose_days_drifted()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        await desk.SubmitAsync(Service, "electronic", "astana", new() { ["info_clear"] = 5, ["speed"] = 2 });
        await desk.FoldAsync();
        await using (var db = host.Open())
            Assert.Equal(2, await db.ScoreCells.Where(c => c.DayBases != null).ExecuteUpdateAsync(c => c.SetProperty(x => x.DayBases, (byte[]?)null), Stop));
        Assert.Equal(2, (await host.Get<ScoreRebuild>().RunAsync(Stop)).Drift);
        await desk.AssertCountedAsync();
    }

    [Fact]
    public void A_month_gives_back_its_days_and_none_of_another_layout()
    {
        var tally = new FormTally(Layouts.Electronic);
        tally.Add(new Dictionary<string, int> { ["info_clear"] = 5, ["speed"] = 2 });
        var month = new MonthBases(Layouts.Electronic);
        month.Add(20260301, tally);
        month.Add(20260331, tally);
        var stored = month.AddedTo(month.AddedTo(stored: null));
        var days = MonthBases.ReadDays(Layouts.Electronic, 20260300, stored);
        Assert.Equal([20260301, 20260331], days.Select(d => d.Day));
        Assert.All(days, d => Assert.Equal(tally.Bases().Select(people => people * 2), d.Bases));
        Assert.Empty(MonthBases.ReadDays(Layouts.Paper, 20260300, stored));
    }

    private static async Task AssertSumAsync(BotHost host, string region, ScoreFilter period)
    {
        var forms = host.Get<ScoringForms>();
        var (from, to) = (ScoreDay.Of(period.From ?? DateOnly.MinValue), ScoreDay.Of(period.To ?? DateOnly.MaxValue));
        await using var db = host.Open();
        var cells = await PeriodCells.ReadAsync(db, forms, [Service], [region], ScoreDay.MonthOf(from), to, Stop);
        await cells.ReadDaysAsync(db, [(Service, region, period)], Stop);
        var days = await db.ScoreCells.AsNoTracking()
            .Where(c => c.ServiceId == Service && c.RegionId == region && c.Split == "" && c.Day >= from && c.Day <= to && c.Day % 100 != 0).ToListAsync(Stop);
        var expected = days.GroupBy(c => c.Form).ToDictionary(form => form.Key, form => form.Aggregate(new FormTally(forms.Find(form.Key)!.Layout), Added));
        var summed = cells.Sum(Service, region, period);
        Assert.Equal(expected.Keys.Order(), summed.Keys.Order());
        Assert.All(expected, e => Assert.Equal(e.Value.Counts.ToArray(), summed[e.Key].Counts.ToArray()));
        Assert.All(expected, e => Assert.Equal(e.Value.Bases(), cells.Bases(Service, region, period)[e.Key]));
    }

    private static FormTally Added(FormTally sum, ScoreCellRow cell)
    {
        TallyBytes.AddTo(sum, cell.Counts);
        return sum;
    }
}
