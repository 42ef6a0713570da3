using System.Data.Common;
using Bot.Jobs;
using Bot.Persistence;
using Bot.Scores;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Scores;

/// <summary>Contexts over a host's database whose commands and commits fail after some steps, as if the process were gone.</summary>
internal sealed class FailingContexts(BotHost host, int steps) : IDbContextFactory<BotDbContext>
{
    private readonly Steps _steps = new(steps);

    public BotDbContext CreateDbContext()
    {
        using var db = host.Open();
        var options = new DbContextOptionsBuilder<SqliteBotDbContext>().UseSqlite(db.Database.GetConnectionString())
            .AddInterceptors(new Commands(_steps), new Commits(_steps));
        return new SqliteBotDbContext(options.Options);
    }

    /// <summary>The fold over these contexts.</summary>
    public static ScoreFold Fold(BotHost host, FailingContexts contexts)
    {
        var forms = host.Get<ScoringForms>();
        var snapshots = new ScoreSnapshots(contexts, host.Get<ScoreComputer>(), forms, TimeProvider.System);
        return new ScoreFold(contexts, new JobLeases(contexts, TimeProvider.System), forms, host.Get<PublishGate>(), snapshots, NullLogger<ScoreFold>.Instance);
    }

    internal sealed class CutOffException : Exception;

    private sealed class Steps(int left)
    {
        private int _left = left;

        public void Take()
        {
            if (Interlocked.Decrement(ref _left) < 0)
                throw new CutOffException();
        }
    }

    private sealed class Commands(Steps steps) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            steps.Take();
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            // Giving the lease back always works here: the wait for its end is a test of its own.
            if (!command.CommandText.Contains("Leases", StringComparison.Ordinal))
                steps.Take();
            return new(result);
        }
    }

    private sealed class Commits(Steps steps) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            steps.Take();
            return new(result);
        }
    }
}
