using Bot.Conversations;
using Microsoft.Extensions.Options;

namespace Bot.Alerts;

internal static class AlertServices
{
    public static void AddAlerts(this IServiceCollection services)
    {
        services.AddOptions<AlertsOptions>().BindConfiguration(AlertsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertsOptions>, AlertsOptionsValidator>();
        services.AddSingleton<SubscriptionTimes>();
        services.AddSingleton<SubscriptionNames>();
        services.AddSingleton<SubscriptionQueue>();
        services.AddSingleton<SubscriptionCards>();
        services.AddSingleton<Subscriptions>();
        services.AddSingleton<Recipients>();
        services.AddSingleton<DigestCards>();
        services.AddSingleton<IAnnouncements, DigestSender>();
        services.AddSingleton<LowRatingReader>();
        services.AddSingleton<AlertFinder>();
        services.AddSingleton<AlertCards>();
        services.AddSingleton<IAnnouncements, AlertSender>();
        services.AddSingleton<ICommand, SubscriptionsCommand>();
    }
}
