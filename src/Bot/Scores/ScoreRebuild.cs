using System.Data;
using Bot.Jobs;
using Bot.Persistence;
using Bot.Survey.Catalogue;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>
/// Counts all answers anew, some services at a time, compares with the live cells and repairs what differs. Submits go on meanwhile: the first
/// look takes no lock, so a difference may only be a submit that came between; it counts once it is found again under lock and lease.
/// </summary>
internal sealed class ScoreRebuild(
    IDbContextFactory<BotDbContext> contexts, JobLeases leases, ScoringForms forms, PublishGate gate, ServiceCatalogue catalogue, ScoreSnapshots snapshots, ScoreLayouts layouts, TimeProvider time)
{
    private const int CellsAtATime = 30_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task<RebuildReport> RunAsync(CancellationToken cancellationToken)
    {
        var total = new RebuildReport(0, 0, 0, 0);
        var cells = await CellsAsync(cancellationToken);
        foreach (var services in Groups(cells))
            total += await RebuildAsync(services, cancellationToken);
        await using var lease = await TakeAsync(cancellationToken);
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            await ScoreSnapshots.MarkStaleAsync(db, [.. cells.Keys], cancellationToken);
        await snapshots.RefreshAsync(lease, cancellationToken);
        await layouts.KeepAsync(cancellationToken);
        return total;
    }

    /// <summary>All services, with the number of their cells.</summary>
    private async Task<Dictionary<string, int>> CellsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var cells = await db.ScoreCells.GroupBy(c => c.ServiceId).Select(s => new { s.Key, Cells = s.Count() })
            .ToDictionaryAsync(s => s.Key, s => s.Cells, cancellationToken);
        foreach (var service in catalogue.Services)
            cells.TryAdd(service.Id, 0);
        return cells;
    }

    /// <summary>As many services at a time as memory is granted for: each group takes one pass over the responses.</summary>
    private static IEnumerable<List<string>> Groups(Dictionary<string, int> cells)
    {
        var (group, size) = (new List<string>(), 0);
        foreach (var (service, count) in cells)
        {
            if (group.Count > 0 && size + count > CellsAtATime)
            {
                yield return group;
                (group, size) = ([], 0);
            }

            group.Add(service);
            size += count;
        }

        yield return group;
    }

    private async Task<RebuildReport> RebuildAsync(List<string> services, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var look = await ScoreComparison.MakeAsync(db, forms, services, cancellationToken);
        var suspects = look.Differences.Keys.Select(d => d.ServiceId).Union(look.Recounted.Select(r => r.ServiceId), StringComparer.Ordinal).ToList();
        if (suspects.Count == 0)
            return look.Report;
        await using var lease = await TakeAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        await lease.HoldAsync(db, cancellationToken);
        var found = await ScoreComparison.MakeAsync(db, forms, suspects, cancellationToken);
        await ScoreCells.AddAsync(db, found.Differences, gate, cancellationToken);
        foreach (var (_, id, ratings, countedAs) in found.Recounted)
            await db.Responses.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Counted, ratings).SetProperty(x => x.CountedAs, countedAs), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return look.Report with { Drift = found.Report.Drift, Recounted = found.Report.Recounted };
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
}

/// <param name="Responses">Responses counted.</param>
/// <param name="Cells">Cells compared.</param>
/// <param name="Drift">Cells that differed and were repaired: 0 unless something is wrong.</param>
/// <param name="Recounted">Responses whose counted ratings were not their answers: 0 unless something is wrong.</param>
internal sealed record RebuildReport(long Responses, long Cells, long Drift, long Recounted)
{
    public static RebuildReport operator +(RebuildReport a, RebuildReport b) =>
        new(a.Responses + b.Responses, a.Cells + b.Cells, a.Drift + b.Drift, a.Recounted + b.Recounted);
}
