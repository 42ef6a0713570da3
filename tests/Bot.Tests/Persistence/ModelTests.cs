using Bot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Bot.Tests.Persistence;

public sealed class ModelTests : IDisposable
{
    private static readonly string[] Prose = ["State", "Text", "Json", "Scope", "Draft", "Subject", "Alerted"];
    private readonly SqlServerBotDbContext _server = new SqlServerDesignTimeFactory().CreateDbContext([]);
    private readonly SqliteBotDbContext _file = new SqliteDesignTimeFactory().CreateDbContext([]);

    [Fact]
    public void The_migrations_of_both_providers_are_up_to_date()
    {
        Assert.False(_server.Database.HasPendingModelChanges());
        Assert.False(_file.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Sql_server_compares_every_code_by_its_bytes_and_leaves_prose_alone()
    {
        var texts = Properties(_server).Where(p => p.ClrType == typeof(string)).ToList();
        Assert.All(texts, p => Assert.Equal(Prose.Contains(p.Name) ? null : "Latin1_General_100_BIN2", p.GetCollation()));
        Assert.All(texts.Where(p => p.IsKey() || p.IsIndex()), p => Assert.NotNull(p.GetMaxLength()));
    }

    [Fact]
    public void Times_keep_microseconds_on_both()
    {
        Assert.All(Times(_server), p => Assert.Equal("datetimeoffset(6)", p.GetColumnType()));
        Assert.All(Times(_file), p => Assert.Equal("INTEGER", p.GetColumnType()));
        Assert.NotEmpty(Times(_server));
    }

    [Fact]
    public void The_database_makes_no_value_so_a_batch_needs_no_merge()
    {
        Assert.All(Properties(_server).Concat(Properties(_file)), p => Assert.Equal(ValueGenerated.Never, p.ValueGenerated));
    }

    public void Dispose()
    {
        _server.Dispose();
        _file.Dispose();
    }

    private static List<IProperty> Properties(DbContext db) =>
        [.. db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(t => t.GetProperties())];

    private static List<IProperty> Times(DbContext db) =>
        Properties(db).FindAll(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(DateTimeOffset));
}
