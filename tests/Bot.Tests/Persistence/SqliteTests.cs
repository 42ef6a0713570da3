using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Persistence;

public class SqliteTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.FromHours(5));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_table_keeps_its_row_to_the_microsecond()
    {
        await using var host = await QuietHost.StartAsync();
        await StoredRows.AssertKeptAsync(host);
    }

    [Fact]
    public async Task Every_key_and_unique_index_refuses_a_second_row_and_is_recognised()
    {
        await using var host = await QuietHost.StartAsync();
        await StoredRows.AssertKeptAsync(host);
        await StoredRows.AssertUniqueAsync(host);
    }

    [Fact]
    public async Task Another_refusal_is_no_duplicate()
    {
        await using var host = await QuietHost.StartAsync();
        await using var db = host.Open();
        db.Add(new LeaseRow { Name = "x", Owner = null!, ExpiresAt = Noon });
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));
        Assert.False(DuplicateKey.Is(refused), refused.InnerException?.Message);
    }

    [Fact]
    public async Task Times_are_numbers_of_microseconds_that_compare_and_sort_whatever_their_offset()
    {
        await using var host = await QuietHost.StartAsync();
        await using var db = host.Open();
        DateTimeOffset[] times = [Noon, Noon.AddMicroseconds(1), Noon.ToOffset(TimeSpan.Zero).AddMicroseconds(-1), new(2026, 11, 25, 7, 0, 1, TimeSpan.Zero)];
        db.AddRange(times.Select((t, i) => new AuditEntryRow { Id = i, At = t, Actor = "cli", Action = "test" }));
        await db.SaveChangesAsync(Stop);
        Assert.Equal([2L, 0, 1, 3], await db.AuditEntries.Where(a => a.Action == "test").OrderBy(a => a.At).Select(a => a.Id).ToListAsync(Stop));
        Assert.Equal([1L, 3], await db.AuditEntries.Where(a => a.Action == "test" && a.At > Noon).OrderBy(a => a.At).Select(a => a.Id).ToListAsync(Stop));
        var stored = await db.Database.SqlQueryRaw<long>("SELECT At AS Value FROM AuditEntries WHERE typeof(At) = 'integer' AND Action = 'test' ORDER BY Id").ToListAsync(Stop);
        Assert.Equal(times.Select(Microseconds.To), stored);
    }

    [Fact]
    public async Task The_file_is_written_ahead_and_a_busy_one_is_waited_for()
    {
        await using var host = await QuietHost.StartAsync();
        await using var db = host.Open();
        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Stop));
        Assert.Equal(10000, await db.Database.SqlQueryRaw<int>("SELECT timeout AS Value FROM pragma_busy_timeout").SingleAsync(Stop));
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(Stop));
    }

    [Fact]
    public async Task A_relative_path_counts_from_the_content_root_and_its_folder_is_made()
    {
        var root = Directory.CreateTempSubdirectory("bot-test-");
        try
        {
            var settings = new Dictionary<string, string> { ["contentRoot"] = root.FullName, ["ConnectionStrings:Bot"] = "Data Source=deep/er/survey.db" };
            await using (await BotHost.StartAsync(new BotHostOptions { Folder = root.FullName, Settings = settings }))
            {
                Assert.True(File.Exists(Path.Combine(root.FullName, "deep", "er", "survey.db")));
                Assert.True(File.Exists(Path.Combine(root.FullName, "deep", "er", "survey.keys.json")));
            }
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_migration_that_was_cut_off_does_not_block_the_next_start()
    {
        await using var first = await QuietHost.StartAsync();
        await using (var db = first.Open())
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT); INSERT INTO __EFMigrationsLock VALUES (1, '');", Stop);
        await first.StopAsync();
        await using var second = await BotHost.StartAsync(new BotHostOptions { Folder = first.Folder });
        await using var again = second.Open();
        Assert.Empty(await again.Database.GetPendingMigrationsAsync(Stop));
    }
}
