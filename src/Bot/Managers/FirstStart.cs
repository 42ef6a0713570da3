using Bot.Conversations;
using Bot.Hosting;

namespace Bot.Managers;

/// <summary>
/// Says on the console where the program is to be found and, while it has no staff, how to become its first administrator.
/// The console and not the log, which may be kept: the code is a secret.
/// </summary>
internal sealed class FirstStart(ListeningAddress listening, StaffCodes codes, OperatorConsole console) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (listening.Root is not { } root)
            return;

        await SayAsync($"Chat:  {root}/chat", cancellationToken);
        await SayAsync($"API:   {root}/openapi/v1.json", cancellationToken);
        if ((await codes.ListAsync(cancellationToken)).Count > 0)
            return;

        var code = await codes.IssueAsync(StaffRole.Administrator, StaffScope.Everything, "start", cancellationToken);
        await SayAsync($"Staff: who sends {code} in the chat within 15 minutes becomes the first administrator", cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task SayAsync(string line, CancellationToken cancellationToken) => console.Out.WriteLineAsync(line.AsMemory(), cancellationToken);
}
