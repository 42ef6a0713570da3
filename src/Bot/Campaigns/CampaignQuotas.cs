using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Campaigns;

/// <summary>Closes the cells of a campaign that have as many completed surveys as were wanted: of what is full nobody is asked any more.</summary>
internal static class CampaignQuotas
{
    /// <summary>Whether an invitation is of no use any more. A survey that has begun may end.</summary>
    public static Task<bool> IsFullAsync(BotDbContext db, InvitationRow invitation, CancellationToken cancellationToken) =>
        Counted(db, db.CampaignQuotas.Where(q => q.CampaignId == invitation.CampaignId && q.ServiceId == invitation.ServiceId
            && (q.Form == "" || q.Form == invitation.Form) && (q.RegionId == "" || q.RegionId == invitation.RegionId))).AnyAsync(q => q.Done >= q.Target, cancellationToken);

    /// <summary>Cancels what is still to be sent to people of full cells.</summary>
    public static async Task CancelFullAsync(BotDbContext db, long campaign, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = db.InvitationMessages.Where(m => m.CampaignId == campaign && m.State == MessageState.Due);
        if (!await due.AnyAsync(cancellationToken))
            return;
        foreach (var full in await FullAsync(db, campaign, cancellationToken))
        {
            await due.Where(m => db.Invitations.Any(i => i.Id == m.InvitationId && i.ServiceId == full.Service
                    && (full.Form == "" || i.Form == full.Form) && (full.Region == "" || i.RegionId == full.Region)))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MessageState.Cancelled).SetProperty(m => m.ChangedAt, now), cancellationToken);
        }
    }

    public static async Task<List<QuotaLine>> FullAsync(BotDbContext db, long campaign, CancellationToken cancellationToken) =>
        [.. (await CountAsync(db, campaign, cancellationToken)).Where(q => q.Done >= q.Quota.Target).Select(q => q.Quota)];

    /// <summary>The cells of a campaign with how many were completed.</summary>
    public static async Task<List<QuotaCount>> CountAsync(BotDbContext db, long campaign, CancellationToken cancellationToken)
    {
        var cells = await Counted(db, db.CampaignQuotas.Where(q => q.CampaignId == campaign)).ToListAsync(cancellationToken);
        return [.. cells.OrderBy(q => (q.ServiceId, q.Form, q.RegionId)).Select(q => new QuotaCount(new QuotaLine(q.ServiceId, q.Form, q.RegionId, q.Target), q.Done))];
    }

    private static IQueryable<CountedQuota> Counted(BotDbContext db, IQueryable<CampaignQuotaRow> quotas) => quotas.Select(q => new CountedQuota
    {
        ServiceId = q.ServiceId,
        Form = q.Form,
        RegionId = q.RegionId,
        Target = q.Target,
        Done = db.Invitations.Count(i => i.CampaignId == q.CampaignId && i.ServiceId == q.ServiceId
            && (q.Form == "" || q.Form == i.Form) && (q.RegionId == "" || q.RegionId == i.RegionId) && i.CompletedAt != null),
    });

    private sealed class CountedQuota
    {
        public required string ServiceId { get; init; }
        public required string Form { get; init; }
        public required string RegionId { get; init; }
        public int Target { get; init; }
        public int Done { get; init; }
    }
}

/// <param name="Done">Completed surveys.</param>
internal sealed record QuotaCount(QuotaLine Quota, int Done);
