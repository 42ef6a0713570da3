using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

internal static class TelegramServices
{
    private const string Http = "telegram";

    public static void AddTelegram(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>();
        services.AddHttpClient(Http).ConfigurePrimaryHttpMessageHandler(TelegramApi.CreateHandler).SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<TelegramApi>(s, Handler(s)));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<TelegramClient>(s, Handler(s)));
        services.AddSingleton<ChatLanes>();
        services.AddSingleton<RateGovernor>();
        services.AddSingleton<TelegramSender>();
        services.AddSingleton<FileSender>();
        services.AddSingleton<NoteSender>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<FileFetcher>(s, Handler(s)));
        services.AddSingleton<FailedUpdates>();
        services.AddSingleton<TelegramTurns>();
        services.AddSingleton<BatchRunner>();
        services.AddSingleton<TelegramWebhook>();
        services.AddSingleton<TelegramProfile>();
        services.AddSingleton<TelegramMenus>();
        services.AddSingleton<IChannel, TelegramChannel>();
        services.AddHostedService(s => s.GetRequiredService<TelegramSender>());
        services.AddHostedService<TelegramSetup>();
        services.AddHostedService<TelegramPolling>();
        services.AddHostedService<StaffMenus>();
    }

    public static void MapTelegram(this WebApplication app) =>
        app.MapPost(TelegramWebhook.Path, new RequestDelegate(context => context.RequestServices.GetRequiredService<TelegramWebhook>().HandleAsync(context)));

    private static HttpMessageHandler Handler(IServiceProvider services) => services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(Http);
}
