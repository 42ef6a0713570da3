using Bot.Persistence;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>Gives a verb the services of the program, which is built but not started: no channel, no job, no log between the lines it prints.</summary>
internal static class VerbHost
{
    public static async Task<int> RunAsync(Func<IServiceProvider, Task<int>> act, TextWriter error, CancellationToken cancellationToken)
    {
        await using var app = BotProcess.Build([], builder => builder.Logging.ClearProviders());
        try
        {
            await app.Services.GetRequiredService<DatabaseMigrator>().ApplyAsync(cancellationToken);
            return await act(app.Services);
        }
        catch (OptionsValidationException wrong)
        {
            foreach (var fault in wrong.Failures)
                await error.WriteLineAsync(fault.AsMemory(), cancellationToken);
            return 1;
        }
    }
}
