using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Invitations;

/// <summary>Whether a person wants to be invited. It is known of the chat, and of every pseudonym by which senders name the person there.</summary>
internal sealed class InvitationWishes(IDbContextFactory<BotDbContext> contexts, TimeProvider time)
{
    public async Task<bool> AreWantedAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return !await db.Contacts.AnyAsync(c => c.ConversationId == conversationId && c.OptedOutAt != null, cancellationToken)
            && !await db.Recipients.AnyAsync(r => r.ConversationId == conversationId && r.OptedOutAt != null, cancellationToken);
    }

    public async Task SetAsync(string conversationId, bool isWanted, CancellationToken cancellationToken)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        DateTimeOffset? optedOutAt = isWanted ? null : now;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Contacts.Where(c => c.ConversationId == conversationId).ExecuteUpdateAsync(set => set.SetProperty(c => c.OptedOutAt, optedOutAt), cancellationToken);
        await db.Recipients.Where(r => r.ConversationId == conversationId).ExecuteUpdateAsync(set => set.SetProperty(r => r.OptedOutAt, optedOutAt), cancellationToken);
        if (!isWanted)
        {
            // What they were invited to and have not begun, they refuse.
            await db.Invitations.Where(i => i.StartedAt == null && i.RefusedAt == null)
                .Where(i => db.InvitationMessages.Any(m => m.InvitationId == i.Id && m.ConversationId == conversationId && (m.State == MessageState.Delivered || m.State == MessageState.Unknown)))
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.RefusedAt, now), cancellationToken);
            await db.InvitationMessages.Where(m => m.ConversationId == conversationId && m.State == MessageState.Due).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, MessageState.Cancelled).SetProperty(m => m.ChangedAt, now), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
