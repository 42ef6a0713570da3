using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Campaigns;

/// <summary>Closes the cells of a campaign that have as many completed surveys as were wanted: of what is full nobody is asked any more.</summary>
internal sealed class CampaignQuotas(IDbContextFactory<BotDbContext> contexts)
{
    /// <summary>Whether an invitation is of no use any more. A survey that has begun may end.</summary>
    public async Task<bool> IsFullAsync(InvitationRow invitation, CancellationToken cancellationToken)
    {
        if (invitation.CampaignId == InvitationRow.NoCampaign)
            return false;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Full(db).AnyAsync(
            q => q.CampaignId == invitation.CampaignId && q.ServiceId == invitation.ServiceId
                && (q.Form == "" || q.Form == invitation.Form) && (q.RegionId == "" || q.RegionId == invitation.RegionId), cancellationToken);
    }

    /// <summary>Cancels what is still to be sent to people of full cells.</summary>
    /// <returns>How many messages.</returns>
    public static Task<int> CancelFullAsync(BotDbContext db, long campaign, DateTimeOffset now, CancellationToken cancellationToken) => db.InvitationMessages
        .Where(m => m.CampaignId == campaign && m.State == MessageState.Due && InFull(db, campaign).Any(i => i.Id == m.InvitationId))
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MessageState.Cancelled).SetProperty(m => m.ChangedAt, now), cancellationToken);

    /// <summary>The invitations of a campaign's full cells.</summary>
    public static IQueryable<InvitationRow> InFull(BotDbContext db, long campaign) => db.Invitations.Where(i => i.CampaignId == campaign
        && Full(db).Any(q => q.CampaignId == campaign && q.ServiceId == i.ServiceId && (q.Form == "" || q.Form == i.Form) && (q.RegionId == "" || q.RegionId == i.RegionId)));

    /// <summary>The cells of a campaign with how many were completed.</summary>
    public static Task<List<QuotaCount>> CountAsync(BotDbContext db, long campaign, CancellationToken cancellationToken) => db.CampaignQuotas.Where(q => q.CampaignId == campaign)
        .OrderBy(q => q.ServiceId).ThenBy(q => q.Form).ThenBy(q => q.RegionId)
        .Select(q => new QuotaCount(new QuotaLine(q.ServiceId, q.Form, q.RegionId, q.Target), db.Invitations.Count(i =>
            i.CampaignId == q.CampaignId && i.ServiceId == q.ServiceId && (q.Form == "" || q.Form == i.Form) && (q.RegionId == "" || q.RegionId == i.RegionId)
            && i.CompletedAt != null))).ToListAsync(cancellationToken);

    private static IQueryable<CampaignQuotaRow> Full(BotDbContext db) => db.CampaignQuotas.Where(q => db.Invitations.Count(i =>
        i.CampaignId == q.CampaignId && i.ServiceId == q.ServiceId && (q.Form == "" || q.Form == i.Form) && (q.RegionId == "" || q.RegionId == i.RegionId)
        && i.CompletedAt != null) >= q.Target);
}

/// <param name="Done">Completed surveys.</param>
internal sealed record QuotaCount(QuotaLine Quota, int Done);
