using Bot.Invitations.Funnels;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Scores;

/// <summary>The service's term is eight working days, at most fourteen of the calendar.</summary>
public sealed class ReachByDatesTests
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
    public async Task Answered_are_the_completed_of_the_funnel_less_those_set_aside_or_erased()
    {
        await using var host = await QuietHost.StartAsync();
        await using (var db = host.Open())
        {
            foreach (var id in new long[] { 1, 2, 3, 4, 5 })
            {
                var invitation = Invitation(id);
                invitation.CompletedAt = id < 5 ? Now : null;
                invitation.InvitedAt = id == 4 ? null : Now;
                db.Add(invitation);
            }

            var counted = Response(1, Now, ResponseStatus.Submitted);
            counted.Counted = "info_clear=5";
            db.AddRange(counted, Response(2, Now, ResponseStatus.Submitted));
            await db.SaveChangesAsync(Stop);
        }

        var reach = await FindAsync(host);
        var funnel = await host.Get<FunnelReader>().TotalAsync(new FunnelFilter(ServiceId: Service), Stop);
        Assert.Equal((4L, 1L), (reach.Invited, reach.Answered));
        Assert.Equal((4L, 3L), (funnel.Invited, funnel.Completed));
    }

    private static async Task<ScoreReach> FindAsync(BotHost host)
    {
        await using var db = host.Open();
        return await ScoreReach.FindAsync(db, [host.Get<ServiceCatalogue>().FindService(Service)!], ScoreFilter.None, Now, Stop);
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
