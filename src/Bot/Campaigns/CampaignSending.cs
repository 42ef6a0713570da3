using Bot.Invitations;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Campaigns;

/// <summary>Gives a confirmed campaign's invitations out: messages for those to whom the bot can write, the link list for the others.</summary>
internal sealed class CampaignSending(IOptions<InvitationsOptions> options)
{
    /// <summary>To be called in a transaction.</summary>
    /// <returns>How many people are invited.</returns>
    public async Task<int?> GiveOutAsync(BotDbContext db, long campaign, DateTimeOffset start, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var people = await CampaignReach.People(db, campaign, now - options.Value.Cooldown).Where(p => p.Way == ReachWay.Direct || p.Way == ReachWay.Listed).ToListAsync(cancellationToken);
        await MarkAsync(db, campaign, start, now, cancellationToken);
        await BulkInsert.WriteAsync(db, people.Where(p => p.Way == ReachWay.Direct).Select(p => new InvitationMessageRow
        {
            InvitationId = p.InvitationId,
            Number = 0,
            CampaignId = campaign,
            ConversationId = p.ConversationId ?? "",
            State = MessageState.Due,
            DueAt = start,
        }), cancellationToken);
        await RememberListedAsync(db, campaign, people, start, cancellationToken);
        return people.Count;
    }

    // Whom no way reaches stays as they are: not invited.
    private Task<int> MarkAsync(BotDbContext db, long campaign, DateTimeOffset start, DateTimeOffset now, CancellationToken cancellationToken) => db.Invitations
        .Where(i => i.CampaignId == campaign && i.InvitedAt == null
            && !CampaignReach.People(db, campaign, now - options.Value.Cooldown).Any(p => p.InvitationId == i.Id && (p.Way == ReachWay.Recent || p.Way == ReachWay.OptedOut)))
        .ExecuteUpdateAsync(set => set.SetProperty(i => i.InvitedAt, start).SetProperty(i => i.ExpiresAt, start + ReceiptDesk.Term), cancellationToken);

    // Who is written to by a gateway is invited all the same: the next campaign shall leave them in peace.
    private static async Task RememberListedAsync(BotDbContext db, long campaign, List<ReachedPerson> people, DateTimeOffset start, CancellationToken cancellationToken)
    {
        await db.Recipients.Where(r => CampaignReach.OnList(db, campaign).Any(i => i.Recipient == r.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LastInvitedAt, start), cancellationToken);
        await BulkInsert.WriteAsync(
            db, people.Where(p => p is { Way: ReachWay.Listed, Recipient: not null, IsKnown: false }).Select(p => new RecipientRow { Id = p.Recipient ?? "", LastInvitedAt = start }), cancellationToken);
    }
}
