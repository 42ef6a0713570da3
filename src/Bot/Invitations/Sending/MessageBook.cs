using Bot.Jobs;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Invitations.Sending;

/// <summary>Writes down what becomes of messages, many in one transaction.</summary>
internal sealed class MessageBook(IDbContextFactory<BotDbContext> contexts, MessageRules rules, TimeProvider time)
{
    /// <summary>Notes what became of the messages that were sent, and claims the next: from the commit on they are never sent by anybody else.</summary>
    /// <returns>False where others have changed a message that was to be claimed: nothing is written.</returns>
    /// <exception cref="LeaseLostException">Another process sends now; nothing is written.</exception>
    public async Task<bool> TryExchangeAsync(JobLease lease, IReadOnlyList<MessageMove> sent, IReadOnlyList<MessageMove> due, CancellationToken cancellationToken)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await lease.HoldAsync(db, cancellationToken);
        await SettleAsync(db, sent, now, cancellationToken);
        if (await MoveAsync(db, due, db.InvitationMessages.Where(m => m.State == MessageState.Due), now, cancellationToken) < due.Count)
            return false;
        await transaction.CommitAsync(cancellationToken);
        Count(sent.Concat(due));
        return true;
    }

    /// <summary>Notes what became of messages; who knows that needs no lease, for nobody else has sent them.</summary>
    public async Task SettleAsync(IReadOnlyList<MessageMove> sent, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await SettleAsync(db, sent, Microseconds.Truncate(time.GetUtcNow()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Count(sent);
    }

    private async Task SettleAsync(BotDbContext db, IReadOnlyList<MessageMove> sent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (sent.Count == 0)
            return;
        // A slow process may learn what became of a message after another one has given it up.
        await MoveAsync(db, sent, db.InvitationMessages.Where(m => m.State == MessageState.Claimed || m.State == MessageState.Unknown), now, cancellationToken);
        var delivered = Of(MessageState.Delivered).Select(m => m.Message.Row.InvitationId).ToList();
        await db.Invitations.Where(i => delivered.Contains(i.Id) && i.DeliveredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.DeliveredAt, now), cancellationToken);
        var blocked = Of(MessageState.Blocked).Select(m => m.Message.Row.ConversationId).ToList();
        if (blocked.Count > 0)
        {
            await db.Contacts.Where(c => blocked.Contains(c.ConversationId) && c.BlockedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.BlockedAt, now), cancellationToken);
        }

        await ArrivedAsync(db, [.. Of(MessageState.Delivered).Concat(Of(MessageState.Unknown)).Select(m => m.Message)], now, cancellationToken);

        IEnumerable<MessageMove> Of(MessageState state) => sent.Where(m => m.Fate.State == state);
    }

    /// <summary>What may have arrived counts as an invitation, and is followed by a reminder.</summary>
    private async Task ArrivedAsync(BotDbContext db, IReadOnlyList<OutgoingMessage> messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
            return;
        var people = messages.Select(m => m.Row.ConversationId).ToList();
        await db.Recipients.Where(r => r.ConversationId != null && people.Contains(r.ConversationId))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LastInvitedAt, now), cancellationToken);
        var invitations = messages.Select(m => m.Row.InvitationId).ToList();
        // Who was forgotten meanwhile has no messages any more.
        var known = await db.InvitationMessages.Where(m => invitations.Contains(m.InvitationId)).Select(m => ValueTuple.Create(m.InvitationId, m.Number)).ToHashSetAsync(cancellationToken);
        var reminders = messages.Where(m => known.Contains((m.Row.InvitationId, m.Row.Number))).Select(m => rules.ReminderAfter(m, now)).OfType<InvitationMessageRow>()
            .Where(r => !known.Contains((r.InvitationId, r.Number)));
        await BulkInsert.WriteAsync(db, reminders, cancellationToken);
    }

    private static async Task<int> MoveAsync(
        BotDbContext db, IReadOnlyList<MessageMove> moves, IQueryable<InvitationMessageRow> from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moved = 0;
        foreach (var group in moves.GroupBy(m => (m.Message.Row.Number, m.Fate)))
        {
            var (number, fate) = group.Key;
            var invitations = group.Select(m => m.Message.Row.InvitationId).ToList();
            moved += await from.Where(m => m.Number == number && invitations.Contains(m.InvitationId)).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, fate.State).SetProperty(m => m.ChangedAt, now).SetProperty(m => m.DueAt, m => fate.DueAt ?? m.DueAt), cancellationToken);
        }

        return moved;
    }

    private static void Count(IEnumerable<MessageMove> moves)
    {
        foreach (var move in moves)
            SendingMetrics.Moved(move.Fate.State);
    }
}
