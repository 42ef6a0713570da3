using System.Diagnostics;
using Bot.Hosting;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Benchmarks.Broadcast;

/// <summary>
/// A broadcast to many people through a Bot API that fails in every way, the bot killed twice in the middle (the second time while it was told to wait),
/// while citizens answer surveys. Who was reached how often is counted at the Bot API, not by the bot.
/// </summary>
internal static class BroadcastRun
{
    private const int CitizenCount = 20;
    private const int WarmUpSeconds = 30;
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    /// <returns>Whether all held that must hold.</returns>
    public static async Task<bool> RunAsync(int people, int messagesPerSecond, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("broadcast-").FullName;
        var database = Path.Combine(folder, "bot.db");
        await using var app = BotProcess.Build(["--ConnectionStrings:Bot", $"Data Source={database}"], builder => builder.Logging.ClearProviders());
        await app.Services.GetRequiredService<DatabaseMigrator>().ApplyAsync(cancellationToken);
        var broadcast = new BroadcastPeople(app.Services, people);
        await broadcast.FillAsync(cancellationToken);
        await using var api = await FaultyBotApi.StartAsync(cancellationToken);
        using var bot = new BotRun(database, api.Address, messagesPerSecond);
        await bot.StartAsync(cancellationToken);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var citizens = new Citizens(api, bot.Webhook, BotRun.Secret);
        var living = citizens.RunAsync(CitizenCount, end.Token);
        await Task.Delay(TimeSpan.FromSeconds(WarmUpSeconds), cancellationToken);
        var ratio = await CompareAsync(broadcast, api, citizens, people, cancellationToken);
        await KillTwiceAsync(broadcast, api, bot, people, cancellationToken);
        await end.CancelAsync();
        await living;
        await bot.KillAsync(cancellationToken);
        var holds = Check(api, await broadcast.StatesAsync(cancellationToken), people) & citizens.Stuck == 0 & ratio <= 2;
        Console.WriteLine($"replies with the broadcast against those without, p99: {ratio:0.00}; cards that never came: {citizens.Stuck}; {(holds ? "all holds" : "NOT AS IT MUST BE")}");
        Directory.Delete(folder, recursive: true);
        return holds;
    }

    /// <summary>Sends to half of the people, with pauses, so that whatever else the machine does falls on both sides.</summary>
    private static async Task<double> CompareAsync(BroadcastPeople broadcast, FaultyBotApi api, Citizens citizens, int people, CancellationToken cancellationToken)
    {
        var (with, without) = (new List<double>(), new List<double>());
        var sending = TimeSpan.Zero;
        while (api.Asked < people / 2)
        {
            citizens.TakeWaits();
            await Task.Delay(Slice, cancellationToken);
            without.AddRange(citizens.TakeWaits());
            await broadcast.SetAsync(CampaignState.Running, cancellationToken);
            var watch = Stopwatch.StartNew();
            await UntilAsync(() => api.Asked >= people / 2 || watch.Elapsed >= Slice, cancellationToken);
            sending += watch.Elapsed;
            with.AddRange(citizens.TakeWaits());
            await broadcast.SetAsync(CampaignState.Paused, cancellationToken);
            await Task.Delay(Settle, cancellationToken);
        }

        Console.WriteLine($"broadcast: {api.Asked / sending.TotalSeconds:0} messages a second");
        var p99 = Say("without the broadcast", without);
        return Say("with it", with) / p99;
    }

    private static async Task KillTwiceAsync(BroadcastPeople broadcast, FaultyBotApi api, BotRun bot, int people, CancellationToken cancellationToken)
    {
        await broadcast.SetAsync(CampaignState.Running, cancellationToken);
        await UntilAsync(() => api.Asked >= people * 6 / 10, cancellationToken);
        await RestartAsync(bot, "in full flight", cancellationToken);
        await UntilAsync(() => api.Asked >= people * 8 / 10, cancellationToken);
        api.LongPause = LongPause;
        await UntilAsync(() => api.LongPause is null, cancellationToken);
        await Task.Delay(Settle, cancellationToken);
        await RestartAsync(bot, $"while it was told to wait {LongPause.TotalSeconds:0} s", cancellationToken);
        while (!await broadcast.IsDoneAsync(cancellationToken))
            await Task.Delay(1000, cancellationToken);
    }

    private static async Task RestartAsync(BotRun bot, string when, CancellationToken cancellationToken)
    {
        await bot.KillAsync(cancellationToken);
        var watch = Stopwatch.StartNew();
        await bot.StartAsync(cancellationToken);
        Console.WriteLine($"killed {when}; up again after {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static async Task UntilAsync(Func<bool> isSo, CancellationToken cancellationToken)
    {
        while (!isSo())
            await Task.Delay(20, cancellationToken);
    }

    private static double Say(string what, List<double> waits)
    {
        waits.Sort();
        var p99 = waits.Count == 0 ? 0 : waits[(int)(waits.Count * 0.99)];
        Console.WriteLine($"replies {what}: {waits.Count}, median {(waits.Count == 0 ? 0 : waits[waits.Count / 2]):0.0} ms, p99 {p99:0.0} ms");
        return p99;
    }

    private static bool Check(FaultyBotApi api, Dictionary<long, MessageState> states, int people)
    {
        var reached = states.ToDictionary(s => s.Key, s => (State: s.Value, Times: api.Reached.GetValueOrDefault(s.Key)));
        foreach (var group in reached.Values.GroupBy(r => r).OrderBy(g => g.Key.State).ThenBy(g => g.Key.Times))
            Console.WriteLine($"  {group.Key.State}, reached {group.Key.Times} times: {group.Count()}");
        var twice = reached.Values.Count(r => r.Times > 1);
        var wrong = reached.Count(r => r.Value.State switch
        {
            MessageState.Delivered => r.Value.Times != 1,
            MessageState.Blocked => r.Value.Times != 0 || api.Said.GetValueOrDefault(r.Key) != "blocked",
            MessageState.Failed => r.Value.Times != 0 || api.Said.GetValueOrDefault(r.Key) != "refused",
            MessageState.Unknown => false,
            _ => true,
        });
        Console.WriteLine($"429s: {api.Pauses}; messages in a pause: {api.InPause}; sent twice: {twice}; wrongly noted or forgotten: {wrong}; outcome unknowable: {reached.Values.Count(r => r.State == MessageState.Unknown)} of {people}");
        return twice == 0 && wrong == 0 && api.InPause == 0 && states.Count == people;
    }
}
