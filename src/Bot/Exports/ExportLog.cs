using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Exports;

/// <summary>Notes in the audit log who took what out, before the first byte leaves.</summary>
internal sealed class ExportLog(IDbContextFactory<BotDbContext> contexts, IdSource ids, TimeProvider time)
{
    public const string Scores = "scores.export";
    public const string Responses = "responses.export";
    public const string Funnel = "funnel.export";

    public static string Actor(long staff) => FormattableString.Invariant($"staff:{staff}");

    public async Task WriteAsync(string actor, string action, string subject, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.AuditEntries.Add(new AuditEntryRow { Id = ids.Next(), At = time.GetUtcNow(), Actor = actor, Action = action, Subject = subject });
        await db.SaveChangesAsync(cancellationToken);
    }
}
