using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Jobs;

/// <summary>Lets a job run once at a time over all replicas, by a row of the database.</summary>
internal sealed class JobLeases(IDbContextFactory<BotDbContext> contexts, TimeProvider time)
{
    /// <summary>How long a lease outlives the process that held it, where nobody can tell that this one is gone.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromSeconds(10);

    /// <summary>Takes the lease; null where somebody holds it.</summary>
    public async Task<JobLease?> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        var lease = new JobLease(name, LeaseOwner.Of(Environment.ProcessId), contexts, time);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var stored = db.Leases.Where(l => l.Name == name);
        if (await TakeAsync(stored.Where(l => l.ExpiresAt <= now)))
            return lease;
        var holder = await stored.Select(l => l.Owner).FirstOrDefaultAsync(cancellationToken);
        var isTaken = holder is null ? await TryInsertAsync(db, lease, now, cancellationToken) : LeaseOwner.IsGone(holder) && await TakeAsync(stored.Where(l => l.Owner == holder));
        return isTaken ? lease : null;

        async Task<bool> TakeAsync(IQueryable<LeaseRow> free) =>
            await free.ExecuteUpdateAsync(l => l.SetProperty(r => r.Owner, lease.Owner).SetProperty(r => r.ExpiresAt, now + Term), cancellationToken) == 1;
    }

    private static async Task<bool> TryInsertAsync(BotDbContext db, JobLease lease, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.Leases.Add(new LeaseRow { Name = lease.Name, Owner = lease.Owner, ExpiresAt = now + Term });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (DuplicateKey.Is(e))
        {
            return false;
        }
    }
}
