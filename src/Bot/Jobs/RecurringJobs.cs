using System.Linq.Expressions;
using Hangfire;

namespace Bot.Jobs;

/// <summary>All jobs that recur, in one table. Times are those of Kazakhstan.</summary>
internal sealed class RecurringJobs(IRecurringJobManagerV2 manager) : IHostedService
{
    private const string EveryMinute = "* * * * *";
    private const string Hourly = "10 * * * *";
    private const string Nightly = "30 3 * * *";
    private static readonly TimeZoneInfo Almaty = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Set<ScoreFoldJob>("score-fold", EveryMinute, job => job.ExecuteAsync(CancellationToken.None));
        Set<ScoreRebuildJob>("score-rebuild", Nightly, job => job.ExecuteAsync(CancellationToken.None));
        Set<AskAgainJob>("ask-again", EveryMinute, job => job.ExecuteAsync(CancellationToken.None));
        Set<AnnounceJob>("announce", EveryMinute, job => job.ExecuteAsync(CancellationToken.None));
        Set<BurstJob>("bursts", EveryMinute, job => job.ExecuteAsync(CancellationToken.None));
        Set<RetentionJob>("retention", Nightly, job => job.ExecuteAsync(CancellationToken.None));
        Set<CommentRenewalJob>("comment-renewal", Hourly, job => job.ExecuteAsync(CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Set<T>(string id, string cron, Expression<Func<T, Task>> call) =>
        manager.AddOrUpdate(id, call, cron, new RecurringJobOptions { TimeZone = Almaty });
}
