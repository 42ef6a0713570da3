using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Invitations.Places;

/// <summary>The codes that coordinators put together in chat, one each at a time; and the audit log, which alone knows the label of a place's id.</summary>
internal sealed class PlaceDrafts(IDbContextFactory<BotDbContext> contexts, IdSource ids, TimeProvider time)
{
    public async Task<PlaceDraft> BeginAsync(long staff, CancellationToken cancellationToken) =>
        await SaveAsync(staff, new PlaceDraft(ids.Next(), PlaceDraft.Label), cancellationToken);

    public async Task<PlaceDraft?> FindAsync(long staff, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return PlaceDraft.Of(await db.StaffMembers.Where(m => m.Id == staff).Select(m => m.Draft).SingleOrDefaultAsync(cancellationToken));
    }

    public async Task<PlaceDraft> SaveAsync(long staff, PlaceDraft draft, CancellationToken cancellationToken)
    {
        var text = draft.ToString();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.StaffMembers.Where(m => m.Id == staff).ExecuteUpdateAsync(set => set.SetProperty(m => m.Draft, text), cancellationToken);
        return draft;
    }

    public async Task RecordAsync(long staff, PlaceCode code, string label, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.AuditEntries.Add(new AuditEntryRow
        {
            Id = ids.Next(),
            At = Microseconds.Truncate(time.GetUtcNow()),
            Actor = FormattableString.Invariant($"staff:{staff}"),
            Action = "links.place",
            Subject = string.Join(' ', [code.Place, code.ServiceId ?? "-", code.Form ?? "-", code.RegionId ?? "-", label]),
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
