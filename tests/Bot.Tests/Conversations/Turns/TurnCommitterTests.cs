using Bot.Conversations.Turns;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Conversations.Turns;

public sealed class TurnCommitterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_group_with_one_conflict_only_that_turn_is_refused()
    {
        await using var host = await QuietHost.StartAsync();
        await SaveAsync(host, Row("a", 3), Row("b", 3), Row("c", 3));
        var contexts = new GatedContexts(host.Get<IDbContextFactory<BotDbContext>>());
        var committer = new TurnCommitter(contexts);
        var first = committer.CommitAsync(Insert("first"));
        await contexts.Asked.WaitAsync(Stop);
        Task<bool>[] group = [committer.CommitAsync(Change("a", 3, 40)), committer.CommitAsync(Change("b", 2, 41)), committer.CommitAsync(Change("c", 3, 42))];
        contexts.Open();
        Assert.True(await first);
        var written = await Task.WhenAll(group);
        Assert.Equal([true, false, true], written);
        await using var db = host.Open();
        Assert.Equal([("a", 40), ("b", 3), ("c", 42), ("first", 0)], (await db.Conversations.OrderBy(c => c.Id).ToListAsync(Stop)).Select(c => (c.Id, c.Version)));
    }

    [Fact]
    public async Task Turns_that_wait_together_are_written_in_one_transaction()
    {
        await using var host = await QuietHost.StartAsync();
        var contexts = new GatedContexts(host.Get<IDbContextFactory<BotDbContext>>());
        var committer = new TurnCommitter(contexts);
        var first = committer.CommitAsync(Insert("first"));
        await contexts.Asked.WaitAsync(Stop);
        var waiting = Enumerable.Range(0, 50).Select(i => committer.CommitAsync(Insert($"{i}"))).ToList();
        contexts.Open();
        Assert.DoesNotContain(false, await Task.WhenAll([first, .. waiting]));
        Assert.Equal(2, contexts.Count);
    }

    [Fact]
    public async Task A_fault_is_told_to_its_own_turn_and_the_next_ones_are_written()
    {
        await using var host = await QuietHost.StartAsync();
        var committer = new TurnCommitter(host.Get<IDbContextFactory<BotDbContext>>());
        var broken = new TurnChanges();
        broken.Add(RowChange.Insert("no row at all"));
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => committer.CommitAsync(broken));
        Assert.True(await committer.CommitAsync(Insert("after")));
    }

    [Fact]
    public async Task A_commit_that_succeeded_although_it_was_reported_as_failed_is_known_by_its_rows()
    {
        await using var host = await QuietHost.StartAsync();
        await SaveAsync(host, Row("a", 3));
        var committer = new TurnCommitter(host.Get<IDbContextFactory<BotDbContext>>());
        Assert.True(await committer.CommitAsync(Change("a", 3, 40)));
        Assert.True(await committer.CommitAsync(Change("a", 3, 40)));
    }

    private static ConversationRow Row(string id, int version) => new() { Id = id, Channel = "web", Version = version };

    private static TurnChanges Insert(string id)
    {
        var changes = new TurnChanges();
        changes.Add(RowChange.Insert(Row(id, 0)));
        return changes;
    }

    private static TurnChanges Change(string id, int read, int wanted)
    {
        var changes = new TurnChanges();
        changes.Add(new RowChange(Row(id, read), Row(id, wanted)));
        return changes;
    }

    private static async Task SaveAsync(BotHost host, params ConversationRow[] rows)
    {
        await using var db = host.Open();
        db.Conversations.AddRange(rows);
        await db.SaveChangesAsync(Stop);
    }

    /// <summary>Holds the writer until the test opens, so that what comes meanwhile waits together.</summary>
    private sealed class GatedContexts(IDbContextFactory<BotDbContext> contexts) : IDbContextFactory<BotDbContext>
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public Task Asked => _asked.Task;

        public int Count => _count;

        public void Open() => _open.SetResult();

        public BotDbContext CreateDbContext() => throw new NotSupportedException();

        public async Task<BotDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _count);
            _asked.TrySetResult();
            await _open.Task;
            return await contexts.CreateDbContextAsync(cancellationToken);
        }
    }
}
