using Bot.Campaigns;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace Bot.Jobs;

/// <summary>Closes what is full, and tells coordinators how far theirs are.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class CampaignJob(IDbContextFactory<BotDbContext> contexts, CampaignProgress progress, TimeProvider time)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var id in await db.CampaignQuotas.Where(q => db.Campaigns.Any(c => c.Id == q.CampaignId && (c.State == CampaignState.Running || c.State == CampaignState.Paused)))
            .Select(q => q.CampaignId).Distinct().ToListAsync(cancellationToken))
            await CampaignQuotas.CancelFullAsync(db, id, now, cancellationToken);
        await progress.TellAsync(cancellationToken);
    }
}
