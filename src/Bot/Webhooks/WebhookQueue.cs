using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Webhooks;

/// <summary>
/// What waits to be told. Each attempt moves its event on before it is made, so that no other replica makes the same one, and a process that dies in
/// the middle leaves an event that is due again: told at least once.
/// </summary>
internal sealed class WebhookQueue(IDbContextFactory<BotDbContext> contexts)
{
    /// <summary>How long an event is tried.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>How long an event that was given up is shown.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>The pause after the first attempt; each further one doubles it.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);
    private const int AtOnce = 500;

    public static TimeSpan PauseAfter(int attempts) => attempts > 10 ? LongestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << (attempts - 1)));

    /// <summary>Events whose time has come, of keys that are good.</summary>
    public async Task<List<DueEvent>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due =
            from e in db.WebhookEvents
            where e.DueAt <= now
            join w in db.Webhooks on e.ApiKeyId equals w.ApiKeyId
            join k in db.ApiKeys on e.ApiKeyId equals k.Id
            where k.RevokedAt == null
            join i in db.Invitations on e.InvitationId equals i.Id
            orderby e.DueAt, e.Id
            select new DueEvent(e, w, i.ReceiptRef);
        return await due.AsNoTracking().Take(AtOnce).ToListAsync(cancellationToken);
    }

    /// <summary>Takes an event for one attempt; false where somebody else was first.</summary>
    public async Task<bool> ClaimAsync(DueEvent due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (id, seen, attempts) = (due.Row.Id, due.Row.DueAt, due.Row.Attempts + 1);
        DateTimeOffset? next = now + PauseAfter(attempts);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.WebhookEvents.Where(e => e.Id == id && e.DueAt == seen)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.DueAt, next).SetProperty(e => e.Attempts, attempts), cancellationToken) == 1;
    }

    public async Task TakenAsync(DueEvent due, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.WebhookEvents.Where(e => e.Id == due.Row.Id).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Notes why the attempt failed; true where it was the last one. What else is due at the same place waits a little.</summary>
    public async Task<bool> FailedAsync(DueEvent due, string fault, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (id, key) = (due.Row.Id, due.Row.ApiKeyId);
        var isLast = now + PauseAfter(due.Row.Attempts + 1) > due.Row.At + Patience;
        DateTimeOffset? rest = now + FirstPause;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.WebhookEvents.Where(e => e.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Fault, fault).SetProperty(e => e.DueAt, e => isLast ? null : e.DueAt), cancellationToken);
        await db.WebhookEvents.Where(e => e.ApiKeyId == key && e.DueAt < rest).ExecuteUpdateAsync(set => set.SetProperty(e => e.DueAt, rest), cancellationToken);
        return isLast;
    }

    /// <summary>Deletes what was given up long ago, and what nobody can be told any more.</summary>
    public static async Task ForgetAsync(BotDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var limit = now - Memory;
        await db.WebhookEvents.Where(e => (e.DueAt == null && e.At < limit)
            || !db.Webhooks.Any(w => w.ApiKeyId == e.ApiKeyId && db.ApiKeys.Any(k => k.Id == w.ApiKeyId && k.RevokedAt == null))).ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>An event to be told now, and where.</summary>
internal sealed record DueEvent(WebhookEventRow Row, WebhookRow Webhook, string ReceiptRef);
