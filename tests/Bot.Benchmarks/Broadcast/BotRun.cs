using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bot.Benchmarks.Broadcast;

/// <summary>The program as a process of its own, which can be killed and started again over its data.</summary>
internal sealed class BotRun(string database, string api, int messagesPerSecond) : IDisposable
{
    public const string Secret = "s3cret";
    private readonly int _port = FreePort();
    private Process? _process;

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    public Uri Webhook => new(Address, "telegram/webhook");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll")]) { UseShellExecute = false };
        foreach (var (name, value) in Settings())
            start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException("The bot does not start.");
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                if ((await http.GetAsync(new Uri(Address, "health/live"), cancellationToken)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        if (_process is not { } process)
            return;
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
        process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
    }

    // It is night for some of those who run this: the quiet hours are put into a minute.
    private Dictionary<string, string> Settings() => new()
    {
        ["ASPNETCORE_URLS"] = Address.ToString(),
        ["ConnectionStrings__Bot"] = $"Data Source={database}",
        ["Telegram__Token"] = "1:A",
        ["Telegram__ApiBaseUrl"] = api,
        ["Telegram__WebhookUrl"] = Webhook.ToString(),
        ["Telegram__WebhookSecret"] = Secret,
        ["Telegram__MessagesPerSecond"] = messagesPerSecond.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["QuietHours__From"] = "23:59",
        ["QuietHours__To"] = "00:00",
        ["Logging__LogLevel__Default"] = "Error",
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
