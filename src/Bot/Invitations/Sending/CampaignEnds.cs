using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Invitations.Sending;

/// <summary>Notes that a campaign has come to its end: nothing of a stopped one is sent, and one with nothing left to send is done.</summary>
internal sealed class CampaignEnds(IDbContextFactory<BotDbContext> contexts)
{
    public async Task NoteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stopped = db.InvitationMessages.Where(m =>
            m.State == MessageState.Due && db.Campaigns.Any(c => c.Id == m.CampaignId && c.State == CampaignState.Stopped));
        if (await stopped.AnyAsync(cancellationToken))
        {
            await stopped.ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, MessageState.Cancelled).SetProperty(m => m.ChangedAt, now), cancellationToken);
        }

        var done = db.Campaigns.Where(c => c.State == CampaignState.Running && c.StartAt <= now
            && !db.InvitationMessages.Any(m => m.CampaignId == c.Id && (m.State == MessageState.Due || m.State == MessageState.Claimed)));
        if (await done.AnyAsync(cancellationToken))
            await done.ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CampaignState.Done), cancellationToken);
    }
}
