using System.Globalization;
using Bot.Alerts;
using Bot.Conversations;
using Bot.Managers;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Cases;

/// <summary>Opens cases and moves them on. Whatever is said twice happens once, and every move is in the audit log.</summary>
internal sealed class CaseDesk(
    IDbContextFactory<BotDbContext> contexts, ContactBook contacts, RatingRequests requests, WorkingDays workingDays, IdSource ids, TimeProvider time, IOptions<AlertsOptions> options)
{
    private static readonly TimeOnly EndOfWork = new(18, 0);
    private static readonly TimeSpan RemindedBefore = TimeSpan.FromDays(1);

    /// <summary>Whoever sees the service whole, or the region of the case, sees the case.</summary>
    public static bool Sees(ScoreAccess access, string service, string region) =>
        access.SeesService(service, default) || (region.Length > 0 && access.SeesService(service, new ScorePlace(region)));

    /// <summary>The cases that are not done, the one that is due first in front.</summary>
    public async Task<IReadOnlyList<CaseRow>> ListAsync(ScoreAccess access, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Cases.AsNoTracking().Where(c => c.State != CaseState.Done).OrderBy(c => c.DueAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        return rows.FindAll(row => Sees(access, row.ServiceId, row.RegionId));
    }

    public async Task<CaseRow?> FindAsync(ScoreAccess access, long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is { } row && Sees(access, row.ServiceId, row.RegionId) ? row : null;
    }

    /// <summary>A day before the limit, and at it; null: no more.</summary>
    public static DateTimeOffset? NextReminder(DateTimeOffset dueAt, DateTimeOffset now) => dueAt - RemindedBefore > now ? dueAt - RemindedBefore : dueAt > now ? dueAt : null;

    /// <summary>How many people were asked to rate again what it has mended.</summary>
    public Task<int> CountAskedAsync(CaseRow row, CancellationToken cancellationToken) => requests.CountAskedAsync(row.Id, cancellationToken);

    /// <summary>Opens a case and takes it; where one is open about the same thing, that one, and takes it if nobody has.</summary>
    public async Task<CaseRow> OpenAsync(CommandContext who, string service, string region, string criterion, CancellationToken cancellationToken)
    {
        var standing = await StandingAsync(service, region, criterion, cancellationToken);
        if (standing is null && await InsertAsync(who, service, region, criterion, cancellationToken) is { } opened)
            return opened;
        standing ??= await StandingAsync(service, region, criterion, cancellationToken) ?? throw new InvalidOperationException("A case was there and is not.");
        return standing.OwnerId is null ? await MoveAsync(who, standing, CaseMove.Take, cancellationToken) : standing;
    }

    /// <summary>Moves a case on; where that is not possible (any more) nothing changes. The case as it is then.</summary>
    public async Task<CaseRow> MoveAsync(CommandContext who, CaseRow row, CaseMove move, CancellationToken cancellationToken)
    {
        if (!move.Fits(row, who.ConversationId))
            return row;
        var now = Microseconds.Truncate(time.GetUtcNow());
        var after = After(row, who.ConversationId, move, now);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var moved = await db.Cases.Where(c => c.Id == row.Id && c.State == row.State && c.OwnerId == row.OwnerId).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.State, after.State).SetProperty(c => c.OwnerId, after.OwnerId).SetProperty(c => c.DoneAt, after.DoneAt).SetProperty(c => c.RemindAt, after.RemindAt),
            cancellationToken);
        if (moved == 0)
            return await db.Cases.AsNoTracking().FirstAsync(c => c.Id == row.Id, cancellationToken);
        if (after.State is CaseState.Done)
            await requests.AddAsync(db, after, cancellationToken);
        else if (after.OwnerId is not null)
            await contacts.KeepAsync(db, who, now, cancellationToken);
        Audit(db, who, move.Name, after, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return after;
    }

    private static CaseRow After(CaseRow row, string conversationId, CaseMove move, DateTimeOffset now) => new()
    {
        Id = row.Id,
        ServiceId = row.ServiceId,
        RegionId = row.RegionId,
        Criterion = row.Criterion,
        State = move.To,
        OwnerId = move.To is CaseState.Open ? null : conversationId,
        OpenedAt = row.OpenedAt,
        DueAt = row.DueAt,
        DoneAt = move.To is CaseState.Done ? now : null,
        RemindAt = move.To is CaseState.Open or CaseState.Done ? null : NextReminder(row.DueAt, now),
    };

    private async Task<CaseRow?> StandingAsync(string service, string region, string criterion, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Cases.AsNoTracking()
            .FirstOrDefaultAsync(c => c.ServiceId == service && c.RegionId == region && c.Criterion == criterion && c.State != CaseState.Done, cancellationToken);
    }

    /// <summary>Null where somebody else has opened it in this moment.</summary>
    private async Task<CaseRow?> InsertAsync(CommandContext who, string service, string region, string criterion, CancellationToken cancellationToken)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        var dueAt = AlmatyTime.At(workingDays.After(AlmatyTime.Day(now), options.Value.CaseWorkingDays), EndOfWork).ToUniversalTime();
        var row = new CaseRow
        {
            Id = ids.Next(),
            ServiceId = service,
            RegionId = region,
            Criterion = criterion,
            State = CaseState.Taken,
            OwnerId = who.ConversationId,
            OpenedAt = now,
            DueAt = dueAt,
            RemindAt = NextReminder(dueAt, now),
        };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Cases.Add(row);
        await contacts.KeepAsync(db, who, now, cancellationToken);
        Audit(db, who, "case.open", row, now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return row;
        }
        catch (DbUpdateException refused) when (DuplicateKey.Is(refused))
        {
            return null;
        }
    }

    private void Audit(BotDbContext db, CommandContext who, string action, CaseRow row, DateTimeOffset now) => db.AuditEntries.Add(new AuditEntryRow
    {
        Id = ids.Next(),
        At = now,
        Actor = string.Create(CultureInfo.InvariantCulture, $"staff:{who.Staff?.Id}"),
        Action = action,
        Subject = string.Create(CultureInfo.InvariantCulture, $"case:{row.Id},service:{row.ServiceId}{(row.RegionId.Length > 0 ? $",region:{row.RegionId}" : "")},criterion:{row.Criterion}"),
    });
}
