using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Invitations.Sending;

/// <summary>Finds the messages that are due: those of receipts first, those of running campaigns by turns.</summary>
internal sealed class MessageQueue(IDbContextFactory<BotDbContext> contexts)
{
    private int _turn;

    /// <summary>Whether anything is due, or was left by a process that died.</summary>
    public async Task<bool> IsWaitingAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.InvitationMessages.AnyAsync(m => m.State == MessageState.Claimed, cancellationToken)
            || await db.InvitationMessages.AnyAsync(m => m.State == MessageState.Due && m.DueAt <= now, cancellationToken);
    }

    public async Task<List<OutgoingMessage>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var running = await db.Campaigns.Where(c => c.State == CampaignState.Running && c.StartAt <= now).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        var first = running.Count > 0 ? _turn++ % running.Count : 0;
        List<OutgoingMessage> due = [];
        foreach (var campaign in running[first..].Concat(running[..first]).Prepend(InvitationRow.NoCampaign))
        {
            var rows = db.InvitationMessages.Where(m => m.CampaignId == campaign && m.State == MessageState.Due && m.DueAt <= now);
            if (due.Count < most)
                due.AddRange(await Messages(db, rows.OrderBy(m => m.DueAt).Take(most - due.Count)).ToListAsync(cancellationToken));
        }

        return due;
    }

    /// <summary>What was being sent when its process died.</summary>
    public async Task<List<OutgoingMessage>> LeftAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Messages(db, db.InvitationMessages.Where(m => m.State == MessageState.Claimed)).ToListAsync(cancellationToken);
    }

    private static IQueryable<OutgoingMessage> Messages(BotDbContext db, IQueryable<InvitationMessageRow> rows) =>
        from m in rows.AsNoTracking()
        join i in db.Invitations on m.InvitationId equals i.Id
        join c in db.Contacts on m.ConversationId equals c.ConversationId into contacts
        from c in contacts.DefaultIfEmpty()
        select new OutgoingMessage
        {
            Row = m,
            Invitation = i,
            Contact = c,
            Language = db.Conversations.Where(x => x.Id == m.ConversationId).Select(x => x.Language).FirstOrDefault(),
            Survey = db.Responses.Where(r => r.Id == i.ResponseId).Select(r => (ResponseStatus?)r.Status).FirstOrDefault(),
            LastInvitedAt = db.Recipients.Where(r => r.ConversationId == m.ConversationId).OrderByDescending(r => r.LastInvitedAt).Select(r => r.LastInvitedAt).FirstOrDefault(),
            IsOptedOut = c.OptedOutAt != null || db.Recipients.Any(r => (r.ConversationId == m.ConversationId || r.Id == i.Recipient) && r.OptedOutAt != null),
            Reminders = db.Campaigns.Where(x => x.Id == m.CampaignId).Select(x => (int?)x.Reminders).FirstOrDefault(),
        };
}
