using Microsoft.EntityFrameworkCore;

namespace Bot.Persistence;

internal sealed class SqlServerBotDbContext(DbContextOptions<SqlServerBotDbContext> options) : BotDbContext(options)
{
    // The database's own collation may ignore case; ids, tokens and references must not.
    private const string Binary = "Latin1_General_100_BIN2";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<TruncatingConverter>().HavePrecision(6);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // A string with a length is a code; one without is prose or JSON, by which nothing is searched.
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            if (property.ClrType == typeof(string) && property.GetMaxLength() is not null)
                property.SetCollation(Binary);
        }
    }
}
