using Bot.Conversations;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Managers;

/// <summary>
/// Says on the console where the program is to be found and, while it has no staff, how to become its first administrator.
/// The console and not the log, which may be kept: the code is a secret.
/// </summary>
internal sealed class FirstStart(IServer server, StaffCodes codes, OperatorConsole console) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (address is null)
            return;

        var root = address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("+", "localhost", StringComparison.Ordinal).Replace("*", "localhost", StringComparison.Ordinal).TrimEnd('/');
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
