using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Quarantine;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Quarantine;
using Bot.Survey.Scoring;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Scores;

public sealed class ScoreReachTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_in_quarantine_has_not_answered()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        var invited = new List<long>();
        for (var i = 0; i < 7; i++)
            invited.Add(await desk.SubmitAsync("601001", "electronic", "astana", new() { ["info_clear"] = 5 }));
        await using (var db = host.Open())
        {
            db.Invitations.AddRange(invited.Select(id => new InvitationRow
            {
                Id = host.Get<IdSource>().Next(), Token = $"t{id}", ReceiptRef = $"r{id}", ServiceId = "601001", Form = "electronic", RegionId = "astana",
                CreatedAt = host.Get<TimeProvider>().GetUtcNow(), ExpiresAt = host.Get<TimeProvider>().GetUtcNow().AddDays(30), ResponseId = id,
            }));
            await db.SaveChangesAsync(Stop);
        }

        await host.Get<QuarantineDesk>().SuspectAsync([invited[0]], QuarantineReason.LinkBurst, Stop);
        var service = host.Get<ServiceCatalogue>().FindService("601001")!;
        await using var read = host.Open();
        var reach = await ScoreReach.FindAsync(read, [service], ScoreFilter.None, host.Get<TimeProvider>().GetUtcNow(), Stop);
        Assert.Equal(new ScoreReach(7, 6, 0), reach);
        Assert.Equal(new ScoreReach(5, 5, 0), reach.Published(new PublishGate()));
        Assert.Equal(new ScoreReach(null, null, null), new ScoreReach(4, 1, 3).Published(new PublishGate()));
    }
}
