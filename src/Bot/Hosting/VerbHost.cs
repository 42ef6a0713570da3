using Bot.Persistence;

namespace Bot.Hosting;

/// <summary>Gives a verb the services of the program, which is built but not started: no channel, no job, no log between the lines it prints.</summary>
internal static class VerbHost
{
    public static async Task<int> RunAsync(Func<IServiceProvider, Task<int>> act, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = BotProcess.Build([], builder => builder.Logging.ClearProviders());
            await app.Services.GetRequiredService<DatabaseMigrator>().ApplyAsync(cancellationToken);
            return await act(app.Services);
        }
        catch (Exception wrong) when (StartFaults.Explain(wrong) is { } explained)
        {
            await error.WriteLineAsync(explained.AsMemory(), cancellationToken);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            // A file that may not be read or written, a folder in place of a file, a full disk.
            await error.WriteLineAsync(wrong.Message.AsMemory(), cancellationToken);
        }

        return 1;
    }
}
