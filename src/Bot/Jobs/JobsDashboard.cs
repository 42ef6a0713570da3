using Bot.Api;
using Bot.Conversations;
using Hangfire;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Bot.Jobs;

internal static class JobsDashboard
{
    private static readonly AuthorizeAttribute Administrators = new()
    {
        AuthenticationSchemes = $"{ApiKeyHandler.SchemeName},{StaffCookieHandler.SchemeName}",
        Roles = nameof(StaffRole.Administrator),
    };

    public static void AddJobsDashboard(this IServiceCollection services) =>
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, StaffCookieHandler>(StaffCookieHandler.SchemeName, null);

    /// <summary>Hangfire's pages, to look at only: every job is a scan that comes again by itself. Administrators alone, from wherever they ask.</summary>
    public static void MapJobs(this WebApplication app) => app
        .MapHangfireDashboard("/jobs", new DashboardOptions { Authorization = [], IsReadOnlyFunc = _ => true, DisplayStorageConnectionString = false })
        .RequireAuthorization(Administrators);
}
