using Bot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Turns;

/// <summary>
/// Commits the turns that wait at the same moment in one transaction. One writer at a time: what comes while it writes is the next group.
/// Where a group fails, each of its turns is tried alone, so that only the guilty one is refused.
/// </summary>
internal sealed class TurnCommitter(IDbContextFactory<BotDbContext> contexts)
{
    private const int GroupSize = 100;
    private readonly Lock _lock = new();
    private readonly Queue<Pending> _waiting = new();
    private bool _writing;

    /// <summary>Returns when the changes are committed: true; or false where they met rows that somebody else has changed, and nothing was written.</summary>
    public Task<bool> CommitAsync(TurnChanges changes)
    {
        var pending = new Pending(changes);
        lock (_lock)
        {
            _waiting.Enqueue(pending);
            if (_writing)
                return pending.Task;
            _writing = true;
        }

        // Not on the caller's stack: it would write everybody's turns before it could go on with its own.
        ThreadPool.UnsafeQueueUserWorkItem(static committer => _ = committer.WriteAsync(), this, preferLocal: false);
        return pending.Task;
    }

    private async Task WriteAsync()
    {
        var group = new List<Pending>(GroupSize);
        while (TakeGroup(group))
        {
            if (group.Count == 1 || !await TryWriteGroupAsync(group))
                await WriteOneByOneAsync(group);
        }
    }

    private bool TakeGroup(List<Pending> group)
    {
        group.Clear();
        lock (_lock)
        {
            while (group.Count < GroupSize && _waiting.TryDequeue(out var pending))
                group.Add(pending);
            _writing = group.Count > 0;
        }

        return group.Count > 0;
    }

    // Any failure: which turn is to blame is found out one by one, and each learns its own fault.
    private async Task<bool> TryWriteGroupAsync(List<Pending> group)
    {
        try
        {
            await using var context = await OpenAsync();
            foreach (var pending in group)
                pending.Changes.Apply(context);
            await context.SaveChangesAsync();
        }
        catch (Exception)
        {
            return false;
        }

        foreach (var pending in group)
            pending.SetResult(true);
        return true;
    }

    private async Task WriteOneByOneAsync(List<Pending> group)
    {
        foreach (var pending in group)
        {
            try
            {
                pending.SetResult(await WriteAsync(pending.Changes));
            }
            catch (Exception fault)
            {
                pending.SetException(fault);
            }
        }
    }

    private async Task<bool> WriteAsync(TurnChanges changes)
    {
        try
        {
            await using var context = await OpenAsync();
            changes.Apply(context);
            await context.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException)
        {
            // A lost race, a deadlock, or a connection that broke after the commit: the rows know.
            await using var context = await OpenAsync();
            return await changes.AreWrittenAsync(context, CancellationToken.None);
        }
    }

    private async Task<BotDbContext> OpenAsync()
    {
        var context = await contexts.CreateDbContextAsync();
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        return context;
    }

    private sealed class Pending(TurnChanges changes) : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public TurnChanges Changes { get; } = changes;
    }
}
