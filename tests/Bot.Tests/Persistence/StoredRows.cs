using Bot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Bot.Tests.Persistence;

/// <summary>What both databases must do with the rows.</summary>
internal static class StoredRows
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Saves a row of every table and reads all back: the same but for what lies below a microsecond.</summary>
    public static async Task AssertKeptAsync(BotHost host)
    {
        var rows = EveryRow.Make();
        await using var writing = host.Open();
        Assert.Equal(writing.Model.GetEntityTypes().Select(t => t.ClrType).ToHashSet(), rows.Select(r => r.GetType()).ToHashSet());
        writing.AddRange(rows);
        await writing.SaveChangesAsync(Stop);
        await using var reading = host.Open();
        foreach (var row in rows)
        {
            var entry = writing.Entry(row);
            var stored = await reading.FindAsync(row.GetType(), KeyOf(entry.Metadata).Select(p => entry.Property(p).CurrentValue).ToArray(), Stop);
            Assert.NotNull(stored);
            foreach (var property in entry.Metadata.GetProperties())
                Assert.Equal(Kept(entry.Property(property).CurrentValue), reading.Entry(stored).Property(property).CurrentValue);
        }
    }

    /// <summary>Every key and every unique index refuses the same row again, and the refusal is recognised.</summary>
    public static async Task AssertUniqueAsync(BotHost host)
    {
        foreach (var row in EveryRow.Make())
        {
            await using var db = host.Open();
            await AssertRefusedAsync(host, row);
            foreach (var index in db.Model.FindEntityType(row.GetType())!.GetIndexes().Where(i => i.IsUnique))
                await AssertRefusedAsync(host, Another(db, row, index));
        }
    }

    private static async Task AssertRefusedAsync(BotHost host, object row)
    {
        await using var db = host.Open();
        db.Add(row);
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));
        Assert.True(DuplicateKey.Is(refused), refused.InnerException?.Message);
    }

    // The same row in nothing but the index.
    private static object Another(BotDbContext db, object row, IIndex index)
    {
        var another = db.Entry(row).CurrentValues.ToObject();
        var entry = db.Entry(another);
        var type = entry.Metadata;
        foreach (var property in KeyOf(type).Concat(type.GetIndexes().Where(i => i.IsUnique).SelectMany(i => i.Properties)).Except(index.Properties))
            entry.Property(property).CurrentValue = entry.Property(property).CurrentValue is long number ? number + 100 : "another";
        return another;
    }

    private static IReadOnlyList<IProperty> KeyOf(IEntityType type) => type.FindPrimaryKey()!.Properties;

    private static object? Kept(object? value) => value is DateTimeOffset time ? Microseconds.Truncate(time) : value;
}
