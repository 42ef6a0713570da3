using System.Diagnostics;
using StackExchange.Redis;

namespace Bot.Tests.Conversations.Sharing;

/// <summary>A real redis-server on a free port, that a test may kill and start again. Without the program the test fails.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-redis-").FullName;
    private Process? _process;

    private RedisServer(int port) => Port = port;

    public int Port { get; }

    public string ConnectionString => $"127.0.0.1:{Port}";

    // The test's own connection has time.
    private string Patient => ConnectionString + ",allowAdmin=true,connectTimeout=60000,syncTimeout=60000,asyncTimeout=60000";

    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer(FreePort.Next());
        await server.UpAsync();
        return server;
    }

    public async Task UpAsync()
    {
        string[] arguments = ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _folder];
        _process = Process.Start(new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true })!;
        string line;
        do
            line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("redis-server ended before it was ready.");
        while (!line.Contains("Ready to accept connections", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<IReadOnlyList<string>> KeysAsync()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(Patient);
        return [.. redis.GetServers()[0].Keys().Select(k => k.ToString())];
    }

    public async Task FlushAsync()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(Patient);
        await redis.GetServers()[0].FlushAllDatabasesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
