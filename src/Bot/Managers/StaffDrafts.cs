using System.Text;
using Bot.Conversations;
using Bot.Hosting.Keys;
using Bot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bot.Managers;

/// <summary>The grants that administrators put together in chat, one each at a time, and the code of each: the same however often it is asked for.</summary>
internal sealed class StaffDrafts(IDbContextFactory<BotDbContext> contexts, StaffCodes codes, KeyRings keys, IdSource ids)
{
    /// <summary>Begins a grant in the place of the one before.</summary>
    public async Task<StaffDraft> BeginAsync(long administrator, StaffRole role, CancellationToken cancellationToken)
    {
        var draft = new StaffDraft(ids.Next(), role, StaffScope.Everything);
        await SaveAsync(administrator, draft, cancellationToken);
        return draft;
    }

    /// <summary>The grant that the administrator is at; null where there is none.</summary>
    public async Task<StaffDraft?> FindAsync(long administrator, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.StaffMembers.AsNoTracking().FirstOrDefaultAsync(m => m.Id == administrator, cancellationToken) is { } member ? StaffDraft.Of(member) : null;
    }

    public async Task SaveAsync(long administrator, StaffDraft draft, CancellationToken cancellationToken)
    {
        var text = draft.ToString();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.StaffMembers.Where(m => m.Id == administrator).ExecuteUpdateAsync(set => set.SetProperty(m => m.Draft, text), cancellationToken);
    }

    /// <summary>The code of a grant, made at the first call; null once it is used or its term is over.</summary>
    public async Task<string?> CodeAsync(StaffDraft draft, string actor, CancellationToken cancellationToken)
    {
        // Worked out anew each time, for only its hash is stored: a second tap must not take the code off the screen.
        var code = StaffCode.Of(keys.Web.Sign(Encoding.ASCII.GetBytes($"staff-code {draft}")));
        return await codes.IssueAsync(code, draft.Role, draft.Scope, actor, cancellationToken) ? code : null;
    }
}
