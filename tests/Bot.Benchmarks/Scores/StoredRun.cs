using System.Diagnostics;
using System.Globalization;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Managers;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Scores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Benchmarks.Scores;

/// <summary>What the scores cost with many stored responses: every summary, a submit to its score, a rebuild against the one GROUP BY that counts the answers.</summary>
internal static class StoredRun
{
    private const int Times = 5;
    private const int Submits = 300;
    private const string Service = "3102008";

    public static async Task RunAsync(long count, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "bot.db");
        var isNew = !File.Exists(file);
        await using var app = BotProcess.Build(["--ConnectionStrings:Bot", $"Data Source={file}"], builder => builder.Logging.ClearProviders());
        await app.Services.GetRequiredService<DatabaseMigrator>().ApplyAsync(cancellationToken);
        if (isNew)
            Say("fill", await TimeAsync(() => new StoredResponses(app.Services).FillAsync(count, cancellationToken)));
        Say("fold and snapshots of all services", await TimeAsync(() => app.Services.GetRequiredService<ScoreFold>().RunAsync(cancellationToken)));
        await SummariesAsync(app.Services, cancellationToken);
        await SubmitsAsync(app.Services, cancellationToken);
        await RebuildAsync(app.Services, cancellationToken);
        Console.WriteLine($"database: {new FileInfo(file).Length / 1e9:0.0} GB");
    }

    private static async Task SummariesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var scores = services.GetRequiredService<StaffScores>();
        foreach (var role in new[] { StaffRole.Administrator, StaffRole.Manager })
        {
            var access = scores.AccessOf(new Staff(1, role, []));
            foreach (var days in new int?[] { null, 7, 30, 91, 365 })
            {
                foreach (var region in new[] { null, "astana" })
                {
                    var place = new ScorePlace(region, days is { } last ? PeriodChoice.LastDays(last) : default);
                    await MeasureAsync($"{role} {place} overview", () => scores.SummaryAsync(access, place, cancellationToken));
                    await MeasureAsync($"{role} {place} services", () => scores.ServicesAsync(access, place, cancellationToken));
                    await MeasureAsync($"{role} {place} service", () => scores.ServiceAsync(access, place, Service, cancellationToken));
                    await MeasureAsync($"{role} {place} beside it", () => scores.ContextAsync(access, place, [Service], cancellationToken));
                    await MeasureAsync($"{role} {place} regions", () => scores.RegionsAsync(access, place, Service, cancellationToken));
                    await MeasureAsync($"{role} {place} providers", () => scores.ProvidersAsync(access, place, cancellationToken));
                    await MeasureAsync($"{role} {place} provider", () => scores.ProviderAsync(access, place, "egov", cancellationToken));
                }
            }
        }
    }

    /// <summary>One after the other: a response is saved with its delta, and the fold has computed the scores it touches.</summary>
    private static async Task SubmitsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (ids, contexts, fold) = (services.GetRequiredService<IdSource>(), services.GetRequiredService<IDbContextFactory<BotDbContext>>(), services.GetRequiredService<ScoreFold>());
        var times = new List<double>();
        for (var i = 0; i < Submits; i++)
        {
            times.Add(await TimeAsync(async () =>
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                var row = new ResponseRow
                {
                    Id = ids.Next(),
                    Status = ResponseStatus.Submitted,
                    ServiceId = Service,
                    Form = "electronic",
                    RegionId = "astana",
                    SurveyChannel = "telegram",
                    Source = "open",
                    SubmittedAt = DateTimeOffset.UnixEpoch.AddDays(20_000),
                };
                Dictionary<string, int> ratings = new() { ["info_clear"] = 5, ["speed"] = 4 };
                db.Responses.Add(row);
                db.Answers.AddRange(ratings.Select(r => new AnswerRow { ResponseId = row.Id, Item = r.Key, Value = r.Value }));
                db.ScoreDeltas.Add(ResponseCount.Enter(row, ratings, ids));
                await db.SaveChangesAsync(cancellationToken);
                await fold.RunAsync(cancellationToken);
            }));
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"submit to score: p50 {times[Submits / 2]:0} ms, p99 {times[Submits * 99 / 100]:0} ms"));
    }

    private static async Task RebuildAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        RebuildReport? report = null;
        var (rebuild, grown) = await GrowthAsync(async () => report = await services.GetRequiredService<ScoreRebuild>().RunAsync(cancellationToken));
        Say($"rebuild of {report!.Responses} responses, drift {report.Drift}", rebuild);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the rebuild's own memory at its peak: {grown / 1e6:0} MB"));
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(cancellationToken);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        const string sql = """
            SELECT COUNT(*) AS Value FROM (
                SELECT r.ServiceId, r.Form, r.RegionId, a.Item, a.Value, COUNT(*) FROM Answers a JOIN Responses r ON r.Id = a.ResponseId
                WHERE r.Counted IS NOT NULL AND a.Value IS NOT NULL GROUP BY r.ServiceId, r.Form, r.RegionId, a.Item, a.Value)
            """;
        var grouped = await TimeAsync(() => db.Database.SqlQueryRaw<long>(sql).ToListAsync(cancellationToken));
        Say("one GROUP BY over the answers", grouped);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {rebuild / grouped:0.00}"));
    }

    private static async Task MeasureAsync<T>(string what, Func<Task<T>> read)
    {
        await read();
        var times = new List<double>();
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Times; i++)
            times.Add(await TimeAsync(read));
        var cpu = (Environment.CpuUsage.TotalTime - before) / Times;
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[Times / 2]:0} ms, slowest {times[^1]:0} ms, CPU {cpu.TotalMilliseconds:0} ms"));
    }

    /// <summary>How far the process grows meanwhile, looked at some fifty times a second.</summary>
    private static async Task<(double Milliseconds, long Bytes)> GrowthAsync(Func<Task> act)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = Environment.WorkingSet;
        var peak = before;
        await using var timer = new Timer(_ => peak = Math.Max(peak, Environment.WorkingSet), state: null, dueTime: 0, period: 20);
        var time = await TimeAsync(act);
        return (time, peak - before);
    }

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static void Say(string what, double milliseconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {milliseconds / 1000:0.0} s"));
}
