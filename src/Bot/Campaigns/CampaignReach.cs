using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Campaigns;

/// <summary>Whom a draft would reach, and how.</summary>
/// <param name="Direct">By the bot itself.</param>
/// <param name="Listed">By the link list for a gateway.</param>
/// <param name="Recent">Not: invited not long ago or about to be, by whatever service.</param>
/// <param name="OptedOut">Not: they want no invitations.</param>
internal sealed record CampaignReach(int Direct, int Listed, int Recent, int OptedOut)
{
    public int Invited => Direct + Listed;

    public static async Task<CampaignReach> FindAsync(BotDbContext db, long campaign, DateTimeOffset recentSince, CancellationToken cancellationToken)
    {
        var counts = await People(db, campaign, recentSince).GroupBy(p => p.Way).Select(g => new { Way = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Way, g => g.Count, cancellationToken);
        return new CampaignReach(Of(ReachWay.Direct), Of(ReachWay.Listed), Of(ReachWay.Recent), Of(ReachWay.OptedOut));

        int Of(ReachWay way) => counts.GetValueOrDefault(way);
    }

    /// <summary>The people of a campaign who are not invited yet.</summary>
    public static IQueryable<ReachedPerson> People(BotDbContext db, long campaign, DateTimeOffset recentSince) =>
        from i in db.Invitations
        where i.CampaignId == campaign && i.InvitedAt == null
        join r in db.Recipients on i.Recipient equals r.Id into recipients
        from r in recipients.DefaultIfEmpty()
        join c in db.Contacts on r.ConversationId equals c.ConversationId into contacts
        from c in contacts.DefaultIfEmpty()
        select new ReachedPerson
        {
            InvitationId = i.Id,
            Recipient = i.Recipient,
            IsKnown = r != null,
            ConversationId = c.ConversationId,
            Way = r.OptedOutAt != null || c.OptedOutAt != null ? ReachWay.OptedOut
                : (r.LastInvitedAt != null && r.LastInvitedAt > recentSince)
                    || db.InvitationMessages.Any(m => m.ConversationId == r.ConversationId && (m.State == MessageState.Due || m.State == MessageState.Claimed)) ? ReachWay.Recent
                : c != null && c.BlockedAt == null ? ReachWay.Direct : ReachWay.Listed,
        };

    /// <summary>The invitations that are on the link list: given out, and with no message of ours that may have arrived or shall.</summary>
    public static IQueryable<InvitationRow> OnList(BotDbContext db, long campaign) => db.Invitations.Where(i => i.CampaignId == campaign && i.InvitedAt != null
        && !db.InvitationMessages.Any(m => m.InvitationId == i.Id && m.Number == 0 && m.State != MessageState.Blocked && m.State != MessageState.Failed));
}

internal enum ReachWay
{
    Direct,
    Listed,
    Recent,
    OptedOut,
}

internal sealed class ReachedPerson
{
    public long InvitationId { get; init; }

    public string? Recipient { get; init; }

    /// <summary>Whether their pseudonym is known.</summary>
    public bool IsKnown { get; init; }

    public string? ConversationId { get; init; }

    public ReachWay Way { get; init; }
}
