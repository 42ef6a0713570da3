using Bot.Hosting.Keys;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Webhooks;

/// <summary>Where a service system says where it wants to be told, and sees what it could not be told.</summary>
internal sealed class WebhookDesk(IDbContextFactory<BotDbContext> contexts, KeyRings keys, IdSource ids, TimeProvider time)
{
    private const int FailuresShown = 20;

    /// <summary>Registers an address with a new secret, in the place of the one before.</summary>
    public async Task<(WebhookView View, WebhookSecret Secret, bool IsNew)> SetAsync(long apiKeyId, Uri url, string actor, CancellationToken cancellationToken)
    {
        var secret = WebhookSecret.New();
        var (now, hidden) = (Microseconds.Truncate(time.GetUtcNow()), secret.Hide(keys.Privacy, apiKeyId));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Webhooks.FirstOrDefaultAsync(w => w.ApiKeyId == apiKeyId, cancellationToken);
        var isNew = row is null;
        row ??= db.Webhooks.Add(new WebhookRow { ApiKeyId = apiKeyId, Url = "", Secret = [] }).Entity;
        (row.Url, row.Secret, row.CreatedAt) = (url.AbsoluteUri, hidden, now);
        Audit(db, actor, "webhook.set", url.Host, now);
        await db.SaveChangesAsync(cancellationToken);
        return (await ViewAsync(db, row, cancellationToken), secret, isNew);
    }

    public async Task<WebhookView?> FindAsync(long apiKeyId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Webhooks.AsNoTracking().FirstOrDefaultAsync(w => w.ApiKeyId == apiKeyId, cancellationToken) is { } row ? await ViewAsync(db, row, cancellationToken) : null;
    }

    /// <summary>Ends it; what waits is not told any more. False where there was none.</summary>
    public async Task<bool> RemoveAsync(long apiKeyId, string actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Webhooks.Where(w => w.ApiKeyId == apiKeyId).ExecuteDeleteAsync(cancellationToken) == 0)
            return false;
        await db.WebhookEvents.Where(e => e.ApiKeyId == apiKeyId).ExecuteDeleteAsync(cancellationToken);
        Audit(db, actor, "webhook.remove", "", Microseconds.Truncate(time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task<WebhookView> ViewAsync(BotDbContext db, WebhookRow row, CancellationToken cancellationToken)
    {
        var events = db.WebhookEvents.AsNoTracking().Where(e => e.ApiKeyId == row.ApiKeyId);
        return new WebhookView(
            row,
            await events.CountAsync(e => e.DueAt != null, cancellationToken),
            await events.CountAsync(e => e.DueAt == null, cancellationToken),
            await events.Where(e => e.Fault != null).OrderByDescending(e => e.Id).Take(FailuresShown).ToListAsync(cancellationToken));
    }

    // The host alone: a path may hold a secret.
    private void Audit(BotDbContext db, string actor, string action, string subject, DateTimeOffset now) =>
        db.AuditEntries.Add(new AuditEntryRow { Id = ids.Next(), At = now, Actor = actor, Action = action, Subject = subject });
}

/// <param name="Waiting">Events that are still tried.</param>
/// <param name="GivenUp">Events that are not.</param>
/// <param name="Failures">The newest of both of which an attempt has failed.</param>
internal sealed record WebhookView(WebhookRow Row, int Waiting, int GivenUp, IReadOnlyList<WebhookEventRow> Failures);
