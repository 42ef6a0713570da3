using Bot.Persistence;
using Bot.Scores;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using Microsoft.Extensions.Options;

namespace Bot.Jobs;

internal static class JobServices
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddOptions<JobsOptions>().BindConfiguration(JobsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<JobsOptions>, JobsOptionsValidator>();
        services.AddSingleton<JobLeases>();
        services.AddSingleton<FoldSignal>();
        services.AddSingleton<IFoldSignal>(s => s.GetRequiredService<FoldSignal>());
        services.AddTransient<ScoreFoldJob>();
        services.AddTransient<ScoreRebuildJob>();
        services.AddSingleton<AnnounceJob>();
        services.AddTransient<CommentRenewalJob>();
        services.AddSingleton(Storage); // By itself Hangfire takes the process's last one, whichever program in it set that.
        services.AddSingleton<JobActivator, AspNetCoreJobActivator>(); // The same: another program's services would be asked.
        services.AddHangfire(hangfire => hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddHangfireServer(options =>
        {
            options.WorkerCount = 2;
            options.SchedulePollingInterval = TimeSpan.FromSeconds(1);
        });
        services.AddJobsDashboard();
        services.AddHostedService<RecurringJobs>();
        services.AddHostedService<FoldTicker>();
    }

    private static JobStorage Storage(IServiceProvider services)
    {
        if (services.GetRequiredService<IOptions<JobsOptions>>().Value.Kind != JobStorageKind.SqlServer)
            return new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromMinutes(10) });
        return new SqlServerStorage(
            services.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString,
            new SqlServerStorageOptions
            {
                QueuePollInterval = TimeSpan.Zero, // Waits in the database for the next job instead of asking every 15 s.
                SlidingInvisibilityTimeout = TimeSpan.FromMinutes(5),
                UseRecommendedIsolationLevel = true,
                DisableGlobalLocks = true,
            });
    }
}
