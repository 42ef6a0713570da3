using System.Data;
using Bot.Jobs;
using Bot.Persistence;
using Bot.Survey.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>
/// Counts all answers anew, service by service, compares with the live cells and repairs what differs. Submits go on meanwhile: the first
/// look takes no lock, so a difference may only be a submit that came between; it counts once it is found again under lock and lease.
/// </summary>
internal sealed partial class ScoreRebuild(
    IDbContextFactory<BotDbContext> contexts, JobLeases leases, ScoringForms forms, ServiceCatalogue catalogue, ScoreSnapshots snapshots, TimeProvider time, ILogger<ScoreRebuild> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task<RebuildReport> RunAsync(CancellationToken cancellationToken)
    {
        var total = new RebuildReport(0, 0, 0, 0);
        var services = await ServicesAsync(cancellationToken);
        foreach (var service in services)
            total += await RebuildAsync(service, cancellationToken);
        await using var lease = await TakeAsync(cancellationToken);
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            await ScoreSnapshots.MarkStaleAsync(db, services, cancellationToken);
        await snapshots.RefreshAsync(lease, cancellationToken);
        Log.Done(logger, total.Responses, total.Cells, total.Drift, total.Recounted);
        return total;
    }

    private async Task<List<string>> ServicesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var counted = await db.ScoreCells.Select(c => c.ServiceId).Distinct().ToListAsync(cancellationToken);
        return [.. catalogue.Services.Select(s => s.Id).Union(counted, StringComparer.Ordinal)];
    }

    private async Task<RebuildReport> RebuildAsync(string service, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var look = await ScoreComparison.MakeAsync(db, forms, service, cancellationToken);
        if (look.Differences.Count == 0 && look.Recounted.Count == 0)
            return look.Report;
        await using var lease = await TakeAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        await lease.HoldAsync(db, cancellationToken);
        look = await ScoreComparison.MakeAsync(db, forms, service, cancellationToken);
        await ScoreCellWriter.AddAsync(db, look.Differences, cancellationToken);
        foreach (var (id, ratings) in look.Recounted)
            await db.Responses.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Counted, ratings), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return look.Report;
    }

    private async Task<JobLease> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await leases.TryTakeAsync(ScoreFold.Lease, cancellationToken) is { } lease)
                return lease;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The scores were counted anew: {Responses} responses, {Cells} cells compared, {Drift} differed, {Recounted} responses were counted wrongly.")]
        public static partial void Done(ILogger logger, long responses, long cells, long drift, long recounted);
    }
}

/// <param name="Responses">Responses counted.</param>
/// <param name="Cells">Units of cells compared.</param>
/// <param name="Drift">Units that differed and were repaired: 0 unless something is wrong.</param>
/// <param name="Recounted">Responses whose counted ratings were not their answers: 0 unless something is wrong.</param>
internal sealed record RebuildReport(long Responses, long Cells, long Drift, long Recounted)
{
    public static RebuildReport operator +(RebuildReport a, RebuildReport b) =>
        new(a.Responses + b.Responses, a.Cells + b.Cells, a.Drift + b.Drift, a.Recounted + b.Recounted);
}
