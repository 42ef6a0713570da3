using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Persistence;

/// <summary>Brings the database up to the program's model before anything else starts. Verbs call it themselves.</summary>
internal sealed class DatabaseMigrator(IDbContextFactory<BotDbContext> contexts, IOptions<DatabaseOptions> options) : IHostedLifecycleService
{
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Kind == DatabaseProvider.Sqlite)
            await ApplySqliteAsync(cancellationToken);
        else
            await MigrateAsync(cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => ApplyAsync(cancellationToken);
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // EF guards a migration of SQLite by a row, which a killed process leaves behind for ever. A locked file goes with its process.
    private async Task ApplySqliteAsync(CancellationToken cancellationToken)
    {
        var path = SqliteFile.Prepare(options.Value.ConnectionString);
        await using var gate = await LockAsync(path + ".lock", cancellationToken);
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        }

        await MigrateAsync(cancellationToken);
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            await context.Database.MigrateAsync(cancellationToken);
    }
}
