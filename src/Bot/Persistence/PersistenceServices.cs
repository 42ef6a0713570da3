using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Persistence;

internal static class PersistenceServices
{
    public static void AddPersistence(this WebApplicationBuilder builder)
    {
        var root = builder.Environment.ContentRootPath;
        builder.Services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>();
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section)
            .Configure<IConfiguration>((options, configuration) => Complete(options, configuration, root)).ValidateOnStart();
        builder.Services.TryAddSingleton<IdSource>();
        builder.Services.AddSingleton<DatabaseMigrator>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseMigrator>());
        if (IsSqlServer(builder.Configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"]))
            AddContexts<SqlServerBotDbContext>(builder.Services, (options, database) => options.UseSqlServer(database.ConnectionString));
        else
            AddContexts<SqliteBotDbContext>(builder.Services, (options, database) => options.UseSqlite(database.ConnectionString).AddInterceptors(new SqlitePragmas()));
    }

    private static bool IsSqlServer(string? provider) =>
        string.Equals(provider, nameof(DatabaseProvider.SqlServer), StringComparison.OrdinalIgnoreCase);

    private static void Complete(DatabaseOptions options, IConfiguration configuration, string contentRoot)
    {
        options.ConnectionString = configuration.GetConnectionString("Bot") ?? DatabaseOptions.DefaultConnectionString;
        if (DatabaseOptionsValidator.Refusal(options.Provider) is null && options.Kind == DatabaseProvider.Sqlite && SqliteFile.IsConnectionString(options.ConnectionString))
            options.ConnectionString = SqliteFile.Resolve(options.ConnectionString, contentRoot);
    }

    private static void AddContexts<TContext>(IServiceCollection services, Action<DbContextOptionsBuilder, DatabaseOptions> provider)
        where TContext : BotDbContext
    {
        services.AddPooledDbContextFactory<TContext>((s, options) =>
        {
            provider(options, s.GetRequiredService<IOptions<DatabaseOptions>>().Value);
            options.EnableThreadSafetyChecks(false);
        });
        services.AddSingleton<IDbContextFactory<BotDbContext>, ContextFactory<TContext>>();
    }
}
