using System.Globalization;
using Bot.Conversations;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Comments;

/// <summary>Records who looked at which comments; never what they say.</summary>
internal sealed class CommentAudit(IDbContextFactory<BotDbContext> contexts, IdSource ids, TimeProvider time)
{
    public async Task WriteAsync(Staff staff, string action, string subject, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.AuditEntries.Add(new AuditEntryRow
        {
            Id = ids.Next(),
            At = time.GetUtcNow(),
            Actor = string.Create(CultureInfo.InvariantCulture, $"staff:{staff.Id}"),
            Action = action,
            Subject = subject,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
