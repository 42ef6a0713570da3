using Bot.Channels;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Invitations.Sending;

/// <summary>
/// Shares «too many requests, not before …» between the processes and over a restart: as a lease on sending that the channel itself holds.
/// </summary>
internal sealed class SendingPause(IDbContextFactory<BotDbContext> contexts)
{
    /// <summary>Writes down what the channel was told here, and tells it what it was told elsewhere.</summary>
    public async Task ShareAsync(IChannel channel, CancellationToken cancellationToken)
    {
        var name = "pause-" + channel.Name;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.Leases.Where(l => l.Name == name).Select(l => (DateTimeOffset?)l.ExpiresAt).FirstOrDefaultAsync(cancellationToken);
        if (stored is { } until)
            channel.Pause(until);
        var known = Microseconds.Truncate(channel.PausedUntil);
        if (known > (stored ?? DateTimeOffset.UnixEpoch))
            await StoreAsync(db, name, channel.Name, known, cancellationToken);
    }

    private static async Task StoreAsync(BotDbContext db, string name, string owner, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (await db.Leases.Where(l => l.Name == name).ExecuteUpdateAsync(
            set => set.SetProperty(l => l.ExpiresAt, l => l.ExpiresAt < until ? until : l.ExpiresAt), cancellationToken) > 0)
            return;
        db.Leases.Add(new LeaseRow { Name = name, Owner = owner, ExpiresAt = until });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (DuplicateKey.Is(e))
        {
            // Another process was told in the same moment; the next look makes the later of both stand.
        }
    }
}
