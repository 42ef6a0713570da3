using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Invitations;

/// <summary>Whom the bot may invite by a message of its own: the one rule, for whoever plans a message and for whoever sends it.</summary>
internal sealed class DirectInvitations(IOptions<InvitationsOptions> options)
{
    /// <summary>How each of these recipients could be invited now. Those of whom nothing is known are missing.</summary>
    /// <param name="recipients">Keyed hashes of pseudonyms, at most a few thousand.</param>
    public async Task<Dictionary<string, DirectWay>> FindAsync(BotDbContext db, IReadOnlyCollection<string> recipients, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (recipients.Count == 0)
            return [];
        var known =
            from r in db.Recipients
            where recipients.Contains(r.Id)
            join c in db.Contacts on r.ConversationId equals c.ConversationId into contacts
            from c in contacts.DefaultIfEmpty()
            select new
            {
                Row = r,
                Contact = c,
                IsPlanned = db.InvitationMessages.Any(m => m.ConversationId == r.ConversationId && m.Number == 0 && (m.State == MessageState.Due || m.State == MessageState.Claimed)),
            };
        return (await known.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(
            k => k.Row.Id,
            k => new DirectWay(Of(k.Row, k.Contact, now) is var reach && k.IsPlanned && reach == DirectReach.Open ? DirectReach.Resting : reach, k.Row.ConversationId),
            StringComparer.Ordinal);
    }

    /// <summary>Whether a person may be invited now, whatever else is planned for them.</summary>
    /// <param name="contact">The address of the recipient's conversation; null: it is not known any more.</param>
    public DirectReach Of(RecipientRow recipient, ContactRow? contact, DateTimeOffset now)
    {
        if (recipient.OptedOutAt is not null || contact?.OptedOutAt is not null)
            return DirectReach.OptedOut;
        if (recipient.ConversationId is null || contact is null)
            return DirectReach.Unknown;
        if (contact.BlockedAt is not null)
            return DirectReach.Blocked;
        return now < recipient.LastInvitedAt + options.Value.Cooldown ? DirectReach.Resting : DirectReach.Open;
    }
}
