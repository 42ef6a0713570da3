using Bot.Conversations;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Alerts;

/// <summary>The subscriptions of a conversation. Everything may be said twice.</summary>
internal sealed class Subscriptions(
    IDbContextFactory<BotDbContext> contexts, ContactBook contacts, SubscriptionTimes times, IdSource ids, TimeProvider time)
{
    /// <summary>Of one conversation at most.</summary>
    public const int Most = 20;

    public async Task<IReadOnlyList<SubscriptionRow>> ListAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Subscriptions.AsNoTracking().Where(s => s.ConversationId == conversationId).OrderBy(s => s.Id).ToListAsync(cancellationToken);
    }

    public async Task<SubscriptionRow?> FindAsync(string conversationId, long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.ConversationId == conversationId, cancellationToken);
    }

    /// <summary>Subscribes to a weekly digest and alerts; a subscription that stands is left as it is. Null: too many.</summary>
    public async Task<SubscriptionRow?> AddAsync(CommandContext who, SubscriptionTarget target, CancellationToken cancellationToken)
    {
        var own = await ListAsync(who.ConversationId, cancellationToken);
        if (own.FirstOrDefault(s => SubscriptionTarget.Of(s) == target) is { } standing)
            return standing;
        if (own.Count >= Most)
            return null;
        var now = Microseconds.Truncate(time.GetUtcNow());
        var row = new SubscriptionRow
        {
            Id = ids.Next(),
            ConversationId = who.ConversationId,
            Kind = target.Kind,
            TargetId = target.Id,
            RegionId = target.Place.Region ?? "",
            Digest = DigestRhythm.Weekly,
            Alerts = true,
            NextDigestAt = times.NextDigest(DigestRhythm.Weekly, now),
            NextAlertAt = times.NextAlert(now),
            CreatedAt = now,
        };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Subscriptions.Add(row);
        await contacts.KeepAsync(db, who, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return row;
    }

    public async Task SetDigestAsync(string conversationId, long id, DigestRhythm rhythm, CancellationToken cancellationToken)
    {
        var next = times.NextDigest(rhythm, Microseconds.Truncate(time.GetUtcNow()));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Subscriptions.Where(s => s.Id == id && s.ConversationId == conversationId && s.Digest != rhythm)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Digest, rhythm).SetProperty(s => s.NextDigestAt, next), cancellationToken);
    }

    public async Task SetAlertsAsync(string conversationId, long id, bool on, CancellationToken cancellationToken)
    {
        DateTimeOffset? next = on ? times.NextAlert(Microseconds.Truncate(time.GetUtcNow())) : null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Subscriptions.Where(s => s.Id == id && s.ConversationId == conversationId && s.Alerts != on)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Alerts, on).SetProperty(s => s.NextAlertAt, next), cancellationToken);
    }

    public async Task RemoveAsync(string conversationId, long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Subscriptions.Where(s => s.Id == id && s.ConversationId == conversationId).ExecuteDeleteAsync(cancellationToken);
    }
}
