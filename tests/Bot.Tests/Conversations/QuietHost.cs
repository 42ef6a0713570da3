using Bot.Channels;
using Bot.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Conversations;

/// <summary>The real program without its background work: sweeps, jobs and folds run only when the test calls them, and time stands still until it is moved.</summary>
internal static class QuietHost
{
    public static FakeTimeProvider NewClock() => new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    public static Task<BotHost> StartAsync(FakeTimeProvider? clock = null, string? folder = null, IChannel? channel = null, Action<WebApplicationBuilder>? configure = null) =>
        BotHost.StartAsync(new BotHostOptions
        {
            Time = clock ?? NewClock(),
            Folder = folder,
            Configure = builder =>
            {
                builder.Services.RemoveAll<IHostedService>();
                builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseMigrator>());
                if (channel is not null)
                    builder.Services.RemoveAll<IChannel>().AddSingleton(channel);
                configure?.Invoke(builder);
            },
        });
}
