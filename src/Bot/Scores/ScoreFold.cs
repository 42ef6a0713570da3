using Bot.Jobs;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>
/// Adds the waiting deltas to the cells and deletes exactly those, in one transaction a batch, and then computes the scores anew that they touch.
/// Once at a time, under a lease; safe to run at any moment and to be cut off at any point.
/// </summary>
internal sealed partial class ScoreFold(
    IDbContextFactory<BotDbContext> contexts, JobLeases leases, ScoringForms forms, PublishGate gate, ScoreSnapshots snapshots, ILogger<ScoreFold> logger)
{
    public const string Lease = "score-fold";
    private const int BatchSize = 1000;

    /// <summary>Folds everything that waits; gives the number of deltas counted. Where another run holds the lease, that one counts them.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var folded = 0;
        do
        {
            await using var lease = await leases.TryTakeAsync(Lease, cancellationToken);
            if (lease is null)
                return folded;
            while (await FoldBatchAsync(lease, cancellationToken) is > 0 and var batch)
                folded += batch;
            await snapshots.RefreshAsync(lease, cancellationToken);
        }
        while (await IsWaitingAsync(cancellationToken)); // Whoever found the lease taken had written before: one more look after giving it back.
        return folded;
    }

    /// <summary>Whether deltas wait to be counted, or scores to be computed after a run that was cut off.</summary>
    public async Task<bool> IsWaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ScoreDeltas.AnyAsync(cancellationToken) || await ScoreSnapshots.Stale(db).AnyAsync(cancellationToken);
    }

    /// <summary>Counts one batch under a lease that is held already; 0 where nothing waits.</summary>
    public async Task<int> FoldBatchAsync(JobLease lease, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.ScoreDeltas.AnyAsync(cancellationToken))
            return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await lease.HoldAsync(db, cancellationToken);
        var deltas = await db.ScoreDeltas.AsNoTracking().OrderBy(d => d.Id).Take(BatchSize).ToListAsync(cancellationToken);
        await ScoreCells.AddAsync(db, Count(deltas), gate, cancellationToken);
        await ScoreSnapshots.MarkStaleAsync(db, [.. deltas.Select(d => d.ServiceId).Distinct(StringComparer.Ordinal)], cancellationToken);
        var ids = deltas.ConvertAll(d => d.Id);
        if (await db.ScoreDeltas.Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync(cancellationToken) != ids.Count)
            throw new LeaseLostException(lease.Name);
        await transaction.CommitAsync(cancellationToken);
        return ids.Count;
    }

    private Dictionary<CellKey, CellChange> Count(List<ScoreDeltaRow> deltas)
    {
        var counter = new CellCounter(forms);
        foreach (var d in deltas)
        {
            if (!counter.Count(new CountedResponse(d.ServiceId, d.Form, d.RegionId, d.Day, d.Ratings, d.CountedAs), d.Sign))
                Log.UnknownForm(logger, d.Form, d.ServiceId);
        }

        return counter.Changes();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A response to {ServiceId} is left out: there is no questionnaire of the form «{Form}». A rebuild counts it once there is.")]
        public static partial void UnknownForm(ILogger logger, string form, string serviceId);
    }
}
