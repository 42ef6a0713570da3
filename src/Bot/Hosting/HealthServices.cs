using Bot.Persistence;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Prometheus;

namespace Bot.Hosting;

/// <summary>What watches the program from outside: is it alive, can it work, how is it doing.</summary>
internal static class HealthServices
{
    public static void AddHealth(this IServiceCollection services)
    {
        // By itself the library would measure every HTTP request from the first scrape on.
        Metrics.SuppressDefaultMetrics(new SuppressDefaultMetricOptions { SuppressMeters = true, SuppressEventCounters = true });
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        app.MapMetrics();
    }

    /// <summary>Without the database nothing works; without Redis everything does, so it is not asked.</summary>
    private sealed class DatabaseCheck(IDbContextFactory<BotDbContext> contexts) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
    }
}
