using Bot.Invitations;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Campaigns;

/// <summary>What would happen if a draft were sent: whom it would reach, and when the bot would be done. Nothing is changed by it.</summary>
internal sealed class CampaignForecast(IDbContextFactory<BotDbContext> contexts, SendingPlan plan, IOptions<InvitationsOptions> options, TimeProvider time)
{
    public async Task<Forecast> FindAsync(CampaignRow campaign, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var start = campaign.StartAt > now ? campaign.StartAt : now;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recentSince = now - options.Value.Cooldown;
        var reach = await CampaignReach.FindAsync(db, campaign.Id, recentSince, cancellationToken);
        return new Forecast(reach, start, plan.End(reach.Direct, start), await CountRepeatedAsync(db, campaign.Id, recentSince, cancellationToken));
    }

    // One by one, for each is then a look into the index of a campaign's references.
    private static async Task<int> CountRepeatedAsync(BotDbContext db, long campaign, DateTimeOffset recentSince, CancellationToken cancellationToken)
    {
        var others = await db.Campaigns.Where(c => c.Id != campaign && c.StartAt > recentSince).Select(c => c.Id).ToListAsync(cancellationToken);
        var repeated = new HashSet<long>();
        foreach (var other in others.Append(InvitationRow.NoCampaign))
        {
            repeated.UnionWith(await db.Invitations.Where(i => i.CampaignId == campaign)
                .Join(
                    db.Invitations.Where(o => o.CampaignId == other && o.InvitedAt > recentSince),
                    i => new { i.ReceiptRef, i.ServiceId }, o => new { o.ReceiptRef, o.ServiceId }, (i, o) => i.Id)
                .ToListAsync(cancellationToken));
        }

        return repeated.Count;
    }
}

/// <param name="Start">When sending would begin.</param>
/// <param name="End">When the last message of the bot would be sent.</param>
/// <param name="Repeated">How many of the file's references were invited of the same service not long ago, by another file or by a receipt: it may be a file sent twice.</param>
internal sealed record Forecast(CampaignReach Reach, DateTimeOffset Start, DateTimeOffset End, int Repeated);
