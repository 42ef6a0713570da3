using Microsoft.Extensions.Options;

namespace Bot.Webhooks;

internal static class WebhookServices
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhooksOptions>().BindConfiguration(WebhooksOptions.Section).ValidateOnStart();
        services.AddHttpClient(WebhookSender.Http, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan; // The sender has a patience of its own.
                client.DefaultRequestHeaders.UserAgent.ParseAdd("survey-bot");
            })
            .ConfigurePrimaryHttpMessageHandler(s => WebhookConnection.CreateHandler(s.GetRequiredService<IOptions<WebhooksOptions>>().Value.AllowHttp))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        services.AddSingleton<WebhookEvents>();
        services.AddSingleton<WebhookDesk>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<WebhookSender>();
        services.AddHostedService<WebhookTicker>();
    }
}
