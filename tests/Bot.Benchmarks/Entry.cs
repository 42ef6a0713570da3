using System.Globalization;
using BenchmarkDotNet.Running;
using Bot.Benchmarks.Broadcast;
using Bot.Benchmarks.Channels;
using Bot.Benchmarks.Scores;

namespace Bot.Benchmarks;

internal static class Entry
{
    /// <summary>
    /// <c>stored N FOLDER</c>: how long scores take with N stored responses; <c>pages N FOLDER</c>: how long pages take while N people answer;
    /// <c>broadcast N RATE</c>: a broadcast to N people through a faulty Bot API; else what BenchmarkDotNet understands.
    /// </summary>
    private static async Task<int> Main(string[] args)
    {
        if (args is ["broadcast", var invited, var rate])
        {
            return await BroadcastRun.RunAsync(
                int.Parse(invited, CultureInfo.InvariantCulture), int.Parse(rate, CultureInfo.InvariantCulture), CancellationToken.None) ? 0 : 1;
        }

        if (args is ["stored", var count, var folder])
            await StoredRun.RunAsync(long.Parse(count, CultureInfo.InvariantCulture), folder, CancellationToken.None);
        else if (args is ["pages", var people, var place])
            await PageRun.RunAsync(int.Parse(people, CultureInfo.InvariantCulture), place, CancellationToken.None);
        else
            BenchmarkSwitcher.FromAssembly(typeof(Entry).Assembly).Run(args);
        return 0;
    }
}
