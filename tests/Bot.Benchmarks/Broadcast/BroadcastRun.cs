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
        var citizens = new Citizens(api, bot.Webhook, BotRun.Secret);
        var living = citizens.RunAsync(CitizenCount, end.Token);
        await Task.Delay(TimeSpan.FromSeconds(WarmUpSeconds), cancellationToken);
        citizens.TakeWaits();
        await Task.Delay(TimeSpan.FromSeconds(WarmUpSeconds), cancellationToken);
        var without = Say("without the broadcast", citizens.TakeWaits());
        var with = await SendAsync(broadcast, api, bot, citizens, people, cancellationToken);
        await end.CancelAsync();
        await living;
        await bot.KillAsync(cancellationToken);
        var holds = Check(api, await broadcast.StatesAsync(cancellationToken), people) & citizens.Stuck == 0 & with <= 2 * without;
        Console.WriteLine($"replies with the broadcast against those without, p99: {with / without:0.00}; cards that never came: {citizens.Stuck}; {(holds ? "all holds" : "NOT AS IT MUST BE")}");
        Directory.Delete(folder, recursive: true);
        return holds;
    }

    private static async Task<double> SendAsync(BroadcastPeople broadcast, FaultyBotApi api, BotRun bot, Citizens citizens, int people, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await broadcast.BeginAsync(cancellationToken);
        await UntilAsync(() => api.Asked >= people / 2, cancellationToken);
        var first = watch.Elapsed;
        var p99 = Say("with it, until the first kill", citizens.TakeWaits());
        await RestartAsync(bot, "in full flight", cancellationToken);
        await UntilAsync(() => api.Asked >= people * 3 / 4, cancellationToken);
        api.LongPause = LongPause;
        await UntilAsync(() => api.LongPause is null, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        await RestartAsync(bot, $"while it was told to wait {LongPause.TotalSeconds:0} s", cancellationToken);
        while (!await broadcast.IsDoneAsync(cancellationToken))
            await Task.Delay(1000, cancellationToken);
        Say("with it, restarts and all", citizens.TakeWaits());
        Console.WriteLine($"broadcast: {people} people in {watch.Elapsed.TotalSeconds:0} s, {people / 2 / first.TotalSeconds:0} a second until the first kill");
        return p99;
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
