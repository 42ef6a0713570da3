using System.Linq.Expressions;
using Bot.Scores;
using Hangfire;

namespace Bot.Jobs;

/// <summary>All jobs that recur, in one table. Times are those of Kazakhstan.</summary>
internal sealed class RecurringJobs(IRecurringJobManagerV2 manager, ScoreLayouts layouts) : IHostedService
{
    private const string EveryMinute = "* * * * *";
    private const string Hourly = "10 * * * *";
    private const string Rebuild = "score-rebuild";
    private const string Nightly = "30 3 * * *";
    private static readonly TimeZoneInfo Almaty = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Set<ScoreFoldJob>("score-fold", EveryMinute, job => job.ExecuteAsync(CancellationToken.None));
        Set<ScoreRebuildJob>(Rebuild, Nightly, job => job.ExecuteAsync(CancellationToken.None));
        Set<AskAgainJob>("ask-again", EveryMinute, job => job.ExecuteAsync(CancellationToken.None));
        Set<AnnounceJob>("announce", EveryMinute, job => job.ExecuteAsync(CancellationToken.None));
        Set<CampaignJob>("campaigns", EveryMinute, job => job.ExecuteAsync(CancellationToken.None));
        Set<BurstJob>("bursts", EveryMinute, job => job.ExecuteAsync(CancellationToken.None));
        Set<RetentionJob>("retention", Nightly, job => job.ExecuteAsync(CancellationToken.None));
        Set<CommentRenewalJob>("comment-renewal", Hourly, job => job.ExecuteAsync(CancellationToken.None));
        if (!await layouts.AreCurrentAsync(cancellationToken))
            manager.Trigger(Rebuild);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Set<T>(string id, string cron, Expression<Func<T, Task>> call) =>
        manager.AddOrUpdate(id, call, cron, new RecurringJobOptions { TimeZone = Almaty });
}
