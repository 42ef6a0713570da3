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
        var reach = await CampaignReach.FindAsync(db, campaign.Id, now - options.Value.Cooldown, cancellationToken);
        return new Forecast(reach, start, plan.End(reach.Direct, start));
    }
}

/// <param name="Start">When sending would begin.</param>
/// <param name="End">When the last message of the bot would be sent.</param>
internal sealed record Forecast(CampaignReach Reach, DateTimeOffset Start, DateTimeOffset End);
