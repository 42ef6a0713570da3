using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Bot.Tests.Walkthrough;

/// <summary>The built program as a process of its own, on a database file of its own and a free port.</summary>
internal sealed partial class BotProgram : IAsyncDisposable
{
    private readonly Process _process;

    private BotProgram(Process process, string folder, Uri address) => (_process, Folder, Address) = (process, folder, address);

    public static string Dll { get; } = Path.Combine(AppContext.BaseDirectory, "Bot.dll");

    /// <summary>Holds the database; nothing else is in it.</summary>
    public string Folder { get; }

    public Uri Address { get; }

    /// <summary>Where to find this program's data, for its verbs.</summary>
    public static Dictionary<string, string> Environment(string folder) => new()
    {
        ["ConnectionStrings__Bot"] = $"Data Source={Path.Combine(folder, "bot.db")}",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        ["Webhooks__AllowHttp"] = "true",
    };

    public static async Task<BotProgram> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bot-program-").FullName;
        var start = new ProcessStartInfo("dotnet", [Dll]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var (name, value) in Environment(folder))
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // A full pipe would hold it up.
                return new BotProgram(process, folder, new Uri(match.Groups[1].Value));
            }
        }

        throw new InvalidOperationException("The program ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
