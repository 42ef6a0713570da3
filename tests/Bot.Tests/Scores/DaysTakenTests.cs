using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Scores;

public sealed class DaysTakenTests
{
    private const string Service = "601001";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(5, true, DeadlineUnit.WorkingDay, false)]
    [InlineData(6, true, DeadlineUnit.WorkingDay, true)]
    [InlineData(5, false, DeadlineUnit.CalendarDay, false)]
    [InlineData(6, false, DeadlineUnit.CalendarDay, true)]
    [InlineData(6, true, DeadlineUnit.CalendarDay, true)]
    [InlineData(12, false, DeadlineUnit.WorkingDay, false)]
    [InlineData(13, false, DeadlineUnit.WorkingDay, true)]
    internal void Only_what_is_certainly_longer_than_the_term_is_late(int days, bool working, DeadlineUnit unit, bool late) =>
        Assert.Equal(late, DaysTaken.IsLate(days, working, new Deadline(Deadline.Everyone, 5, unit)));

    [Fact]
    public async Task Answers_are_counted_from_ten_on_in_steps_of_five()
    {
        await using var host = await QuietHost.StartAsync();
        var service = host.Get<ServiceCatalogue>().FindService(Service)! with { Deadlines = [new Deadline(Deadline.Everyone, 3, DeadlineUnit.WorkingDay)] };
        var desk = new ScoreDesk(host);
        for (var i = 0; i < 16; i++)
        {
            if (i is 9 or 14)
                Assert.Equal(i == 9 ? null : 10, (await FindAsync(host, service))?.People);
            await AnswerAsync(host, await desk.SubmitAsync(Service, "electronic", "astana", new() { ["speed"] = 5 }), i, i % 4 == 0 ? "unknown" : "working");
        }

        Assert.Equal(new DaysTaken(15, 7, 11, 8, service.Deadlines[0]), await FindAsync(host, service));
        Assert.Null(await FindAsync(host, service, "abai"));
    }

    private static async Task<DaysTaken?> FindAsync(BotHost host, Service service, string? region = null)
    {
        await using var db = host.Open();
        return await DaysTaken.FindAsync(db, service, region, Stop);
    }

    private static async Task AnswerAsync(BotHost host, long response, int days, string unit)
    {
        await using var db = host.Open();
        db.Answers.Add(new AnswerRow { ResponseId = response, Item = DaysTaken.Days, Value = days, ServiceId = Service });
        db.Answers.Add(new AnswerRow { ResponseId = response, Item = DaysTaken.Unit, Choice = unit, ServiceId = Service });
        await db.SaveChangesAsync(Stop);
    }
}
