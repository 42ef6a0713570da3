using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Campaigns;

/// <summary>How far the people of a campaign came.</summary>
/// <param name="People">In the file, invited or not.</param>
/// <param name="Delivered">By a message of ours, or because the link was opened.</param>
/// <param name="Due">Invitations whose message is still to be sent; reminders are none.</param>
/// <param name="Failed">Invitations whose message surely did not arrive: blocked or refused.</param>
internal sealed record CampaignCounts(int People, int Invited, int Delivered, int Opened, int Started, int Completed, int Refused, int Due, int Failed)
{
    public static async Task<CampaignCounts> FindAsync(BotDbContext db, long campaign, CancellationToken cancellationToken)
    {
        var people = await db.Invitations.Where(i => i.CampaignId == campaign).GroupBy(_ => 1).Select(g => new
        {
            All = g.Count(),
            Invited = g.Count(i => i.InvitedAt != null),
            Delivered = g.Count(i => i.DeliveredAt != null || i.OpenedAt != null),
            Opened = g.Count(i => i.OpenedAt != null),
            Started = g.Count(i => i.StartedAt != null),
            Completed = g.Count(i => i.CompletedAt != null),
            Refused = g.Count(i => i.RefusedAt != null),
        }).SingleOrDefaultAsync(cancellationToken);
        var messages = await db.InvitationMessages.Where(m => m.CampaignId == campaign && m.Number == 0).GroupBy(m => m.State).Select(g => new { State = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.State, g => g.Count, cancellationToken);
        return people is null
            ? new CampaignCounts(0, 0, 0, 0, 0, 0, 0, 0, 0)
            : new CampaignCounts(
                people.All, people.Invited, people.Delivered, people.Opened, people.Started, people.Completed, people.Refused,
                Of(MessageState.Due) + Of(MessageState.Claimed), Of(MessageState.Blocked) + Of(MessageState.Failed));

        int Of(MessageState state) => messages.GetValueOrDefault(state);
    }
}
