using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Persistence;

public sealed class SqliteTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.FromHours(5));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Times_compare_and_sort_in_queries_to_the_microsecond()
    {
        await using var host = await BotHost.StartAsync();
        await using var db = host.Open();
        db.AddRange(Code("b", Noon.AddMicroseconds(1)), Code("a", Noon), Code("c", Noon.AddMicroseconds(2)));
        await db.SaveChangesAsync(Stop);
        var later = await db.Set<StaffCodeRow>().Where(c => c.Hash.Length == 1 && c.ExpiresAt > Noon).OrderByDescending(c => c.ExpiresAt).ToListAsync(Stop);
        Assert.Equal(["c", "b"], later.Select(c => c.Hash));
        Assert.Equal(Noon.AddMicroseconds(2), later[0].ExpiresAt);
    }

    [Fact]
    public async Task A_key_that_is_there_already_is_known_as_such()
    {
        await using var host = await BotHost.StartAsync();
        await using var db = host.Open();
        db.Add(Code("a", Noon));
        await db.SaveChangesAsync(Stop);
        await using var other = host.Open();
        other.Add(Code("a", Noon));
        Assert.True(DuplicateKey.Is(await Assert.ThrowsAsync<DbUpdateException>(() => other.SaveChangesAsync(Stop))));
    }

    [Fact]
    public async Task The_database_writes_ahead()
    {
        await using var host = await BotHost.StartAsync();
        await using var db = host.Open();
        Assert.Equal("wal", (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync(Stop)).Single());
    }

    [Fact]
    public async Task Ids_rise_and_are_never_given_twice_though_the_clock_stands()
    {
        var ids = new IdSource(new FakeTimeProvider(Noon));
        var given = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 10_000).Select(_ => ids.Next()).ToList(), Stop)));
        Assert.All(given, list => Assert.Equal(list.Order(), list));
        Assert.Equal(80_000, given.SelectMany(list => list).Distinct().Count());
    }

    private static StaffCodeRow Code(string hash, DateTimeOffset expiresAt) => new() { Hash = hash, Role = "Manager", ExpiresAt = expiresAt };
}
