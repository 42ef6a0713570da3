using Microsoft.EntityFrameworkCore;

namespace Bot.Persistence;

internal sealed class SqliteBotDbContext(DbContextOptions<SqliteBotDbContext> options) : BotDbContext(options)
{
    // SQLite has no time type and refuses DateTimeOffset in WHERE and ORDER BY: a number of microseconds sorts.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();
}
