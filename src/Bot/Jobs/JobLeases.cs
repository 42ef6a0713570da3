using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Jobs;

/// <summary>Lets a job run once at a time over all replicas, by a row of the database.</summary>
internal sealed class JobLeases(IDbContextFactory<BotDbContext> contexts, TimeProvider time)
{
    /// <summary>How long a lease outlives the process that held it.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromSeconds(10);

    /// <summary>Takes the lease; null where somebody holds it.</summary>
    public async Task<JobLease?> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        var lease = new JobLease(name, Guid.NewGuid().ToString("N"), contexts, time);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var taken = await db.Leases.Where(l => l.Name == name && l.ExpiresAt <= now).ExecuteUpdateAsync(
            l => l.SetProperty(r => r.Owner, lease.Owner).SetProperty(r => r.ExpiresAt, now + Term), cancellationToken);
        return taken == 1 || await TryInsertAsync(db, lease, now, cancellationToken) ? lease : null;
    }

    private static async Task<bool> TryInsertAsync(BotDbContext db, JobLease lease, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Leases.AnyAsync(l => l.Name == lease.Name, cancellationToken))
            return false;
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
