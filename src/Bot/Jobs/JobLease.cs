using Bot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bot.Jobs;

/// <summary>A lease that was taken; disposing gives it back.</summary>
internal sealed class JobLease(string name, string owner, IDbContextFactory<BotDbContext> contexts, TimeProvider time) : IAsyncDisposable
{
    public string Name => name;

    public string Owner => owner;

    /// <summary>
    /// Prolongs the lease as part of a transaction, which holds its row until the commit: nobody else can work under it meanwhile.
    /// </summary>
    /// <exception cref="LeaseLostException">It ran out and somebody else has taken it.</exception>
    public async Task HoldAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + JobLeases.Term;
        var held = await db.Leases.Where(l => l.Name == name && l.Owner == owner)
            .ExecuteUpdateAsync(l => l.SetProperty(r => r.ExpiresAt, until), cancellationToken);
        if (held == 0)
            throw new LeaseLostException(name);
    }

    public async ValueTask DisposeAsync()
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.Leases.Where(l => l.Name == name && l.Owner == owner)
            .ExecuteUpdateAsync(l => l.SetProperty(r => r.ExpiresAt, DateTimeOffset.UnixEpoch), CancellationToken.None);
    }
}

/// <summary>Another process took the lease because this one was too slow; what it was about to write is not written.</summary>
internal sealed class LeaseLostException(string name) : Exception($"The lease «{name}» was lost.");
