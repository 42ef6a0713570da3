using System.Globalization;
using BenchmarkDotNet.Running;
using Bot.Benchmarks.Scores;

namespace Bot.Benchmarks;

internal static class Entry
{
    /// <summary><c>stored N FOLDER</c>: how long scores take with N stored responses; else what BenchmarkDotNet understands.</summary>
    private static async Task Main(string[] args)
    {
        if (args is ["stored", var count, var folder])
            await StoredRun.RunAsync(long.Parse(count, CultureInfo.InvariantCulture), folder, CancellationToken.None);
        else
            BenchmarkSwitcher.FromAssembly(typeof(Entry).Assembly).Run(args);
    }
}
