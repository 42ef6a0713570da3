using System.Diagnostics;
using Xunit;

namespace Bot.Tests.Walkthrough;

/// <summary>A bash that goes on from block to block, and ends at the first command that fails.</summary>
internal sealed class Shell : IDisposable
{
    private const string End = "--end of the block--";
    private readonly Process _process;
    private readonly Task<string> _errors;

    public Shell(BotProgram program)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail"])
        {
            WorkingDirectory = program.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in BotProgram.Environment(program.Folder))
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What the commands print, by lines.</summary>
    public async Task<List<string>> RunAsync(string commands)
    {
        await _process.StandardInput.WriteAsync($"{commands}\necho '{End}'\n");
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        List<string> lines = [];
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line == End)
                return lines;
            lines.Add(line);
        }

        throw new InvalidOperationException($"A command failed after «{string.Join('\n', lines)}»: {await _errors}");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
