using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Alerts;

/// <summary>What is due. It is claimed before it is sent, so that of several programs one sends, and a crash repeats nothing.</summary>
internal sealed class SubscriptionQueue(IDbContextFactory<BotDbContext> contexts, SubscriptionTimes times)
{
    public Task<List<DueSubscription>> DigestsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        DueAsync(rows => rows.Where(s => s.NextDigestAt <= now).OrderBy(s => s.NextDigestAt), cancellationToken);

    public Task<List<DueSubscription>> AlertsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        DueAsync(rows => rows.Where(s => s.NextAlertAt <= now).OrderBy(s => s.NextAlertAt), cancellationToken);

    /// <summary>Takes the digest that is due; false where somebody else was first. Of several that were missed one is sent.</summary>
    public Task<bool> ClaimDigestAsync(SubscriptionRow row, DateTimeOffset now, CancellationToken cancellationToken) =>
        MoveDigestAsync(row, row.NextDigestAt, times.NextDigest(row.Digest, now), cancellationToken);

    /// <summary>Gives a digest back that has surely not arrived.</summary>
    public Task PutOffDigestAsync(SubscriptionRow row, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        MoveDigestAsync(row, times.NextDigest(row.Digest, now), until, cancellationToken);

    /// <summary>Takes the look for alerts that is due; false where somebody else was first.</summary>
    public Task<bool> ClaimAlertAsync(SubscriptionRow row, DateTimeOffset now, CancellationToken cancellationToken) =>
        MoveAlertAsync(row, row.NextAlertAt, times.NextAlert(now), row.Alerted, cancellationToken);

    /// <summary>Gives a look back whose alert has surely not arrived.</summary>
    public Task PutOffAlertAsync(SubscriptionRow row, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        MoveAlertAsync(row, times.NextAlert(now), until, row.Alerted, cancellationToken);

    /// <summary>Keeps in mind what is alerted to; written before it is sent.</summary>
    public Task<bool> RecordAsync(SubscriptionRow row, DateTimeOffset now, string alerted, CancellationToken cancellationToken) =>
        MoveAlertAsync(row, times.NextAlert(now), times.NextAlert(now), alerted, cancellationToken);

    public async Task RemoveAsync(SubscriptionRow row, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Subscriptions.Where(s => s.Id == row.Id).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<List<DueSubscription>> DueAsync(Func<IQueryable<SubscriptionRow>, IQueryable<SubscriptionRow>> which, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await which(db.Subscriptions.AsNoTracking()).Join(db.Conversations, s => s.ConversationId, c => c.Id, (s, c) => new { Row = s, c.Channel, c.Language }).ToListAsync(cancellationToken);
        return due.ConvertAll(d => new DueSubscription(d.Row, d.Channel, d.Language));
    }

    private async Task<bool> MoveDigestAsync(SubscriptionRow row, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Subscriptions.Where(s => s.Id == row.Id && s.Digest == row.Digest && s.NextDigestAt == from)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.NextDigestAt, to), cancellationToken) == 1;
    }

    private async Task<bool> MoveAlertAsync(SubscriptionRow row, DateTimeOffset? from, DateTimeOffset? to, string alerted, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Subscriptions.Where(s => s.Id == row.Id && s.NextAlertAt == from)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.NextAlertAt, to).SetProperty(s => s.Alerted, alerted), cancellationToken) == 1;
    }
}
