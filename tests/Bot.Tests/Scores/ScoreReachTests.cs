using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Scores;

/// <summary>The service's term is eight working days, at most fourteen of the calendar.</summary>
public sealed class ScoreReachTests
{
    private const string Service = "1403024";
    private static readonly TimeSpan Term = TimeSpan.FromDays(14);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly DateTimeOffset Now = QuietHost.NewClock().GetUtcNow();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_longer_than_the_term_is_overdue_from_filing_where_that_is_known()
    {
        await using var host = await QuietHost.StartAsync();
        await using var db = host.Open();
        var over = Now - Term - Moment;
        db.AddRange(Response(1, Now - Term), Response(2, over));
        db.AddRange(Invitation(3, filed: Now - Term), Response(3, over), Invitation(4, filed: over), Response(4, Now));
        db.AddRange(Invitation(5, filed: over, rendered: Now), Response(5, Now), Invitation(6, rendered: over), Response(6, Now), Invitation(7, rendered: Now), Response(7, over));
        db.AddRange(Invitation(8, filed: over), Response(8, over, ResponseStatus.Open), Invitation(9, filed: over), Response(9, over, ResponseStatus.Expired));
        await db.SaveChangesAsync(Stop);
        var reach = await FindAsync(host);
        Assert.Equal(4, reach.Overdue); // 2, 4, 5, 6
    }

    [Fact]
    public async Task Answered_are_those_who_completed_as_in_the_funnel()
    {
        await using var host = await QuietHost.StartAsync();
        await using var db = host.Open();
        db.AddRange(Invitation(1), Invitation(2), Invitation(3), Invitation(4), Response(1, Now, ResponseStatus.Submitted));
        await db.SaveChangesAsync(Stop);
        foreach (var id in new long[] { 1, 2 })
            db.Invitations.Find(id)!.CompletedAt = Now;
        db.Invitations.Find(4L)!.InvitedAt = null;
        await db.SaveChangesAsync(Stop);
        var reach = await FindAsync(host);
        Assert.Equal((3L, 2L), (reach.Invited, reach.Answered));
    }

    private static async Task<ScoreReach> FindAsync(BotHost host)
    {
        await using var db = host.Open();
        return await ScoreReach.FindAsync(db, [host.Get<ServiceCatalogue>().FindService(Service)!], new ScoreFilter(), Now, Stop);
    }

    private static InvitationRow Invitation(long id, DateTimeOffset? filed = null, DateTimeOffset? rendered = null) => new()
    {
        Id = id,
        Token = $"token-{id}",
        ReceiptRef = $"ref-{id}",
        ServiceId = Service,
        RegionId = "astana",
        FiledAt = filed,
        RenderedAt = rendered,
        CreatedAt = Now,
        InvitedAt = Now,
        ExpiresAt = Now.AddDays(30),
        ResponseId = id,
    };

    private static ResponseRow Response(long id, DateTimeOffset started, ResponseStatus status = ResponseStatus.Waiting) => new()
    {
        Id = id,
        Status = status,
        ServiceId = Service,
        RegionId = "astana",
        SurveyChannel = "telegram",
        Source = "receipt",
        InvitationId = id,
        StartedAt = started,
        UpdatedAt = started,
    };
}
