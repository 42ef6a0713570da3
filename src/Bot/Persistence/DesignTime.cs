using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Bot.Persistence;

/// <summary>For <c>dotnet ef</c>; nothing is connected to.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteBotDbContext>
{
    public SqliteBotDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteBotDbContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <inheritdoc cref="SqliteDesignTimeFactory"/>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerBotDbContext>
{
    public SqlServerBotDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerBotDbContext>().UseSqlServer("Server=.;Database=bot").Options);
}
