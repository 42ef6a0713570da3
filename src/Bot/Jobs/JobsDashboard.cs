using Bot.Api;
using Hangfire;

namespace Bot.Jobs;

internal static class JobsDashboard
{
    /// <summary>Hangfire's pages, to look at only: every job is a scan that comes again by itself. Administrators alone, from wherever they ask.</summary>
    public static void MapJobs(this WebApplication app) => app
        .MapHangfireDashboard("/jobs", new DashboardOptions { Authorization = [], IsReadOnlyFunc = _ => true, DisplayStorageConnectionString = false })
        .RequireAuthorization(ApiPolicies.Administrator);
}
