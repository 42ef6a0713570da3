using System.Globalization;
using BenchmarkDotNet.Running;
using Bot.Benchmarks.Channels;
using Bot.Benchmarks.Scores;

namespace Bot.Benchmarks;

internal static class Entry
{
    /// <summary>
    /// <c>stored N FOLDER</c>: how long scores take with N stored responses; <c>pages N FOLDER</c>: how long pages take while N people answer;
    /// else what BenchmarkDotNet understands.
    /// </summary>
    private static async Task Main(string[] args)
    {
        if (args is ["stored", var count, var folder])
            await StoredRun.RunAsync(long.Parse(count, CultureInfo.InvariantCulture), folder, CancellationToken.None);
        else if (args is ["pages", var people, var place])
            await PageRun.RunAsync(int.Parse(people, CultureInfo.InvariantCulture), place, CancellationToken.None);
        else
            BenchmarkSwitcher.FromAssembly(typeof(Entry).Assembly).Run(args);
    }
}
