using Bot.Conversations;
using Bot.Jobs;
using Microsoft.Extensions.Options;

namespace Bot.Quarantine;

internal static class QuarantineServices
{
    public static void AddQuarantine(this IServiceCollection services)
    {
        services.AddOptions<QuarantineOptions>().BindConfiguration(QuarantineOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<QuarantineOptions>, QuarantineOptionsValidator>();
        services.AddSingleton<SpeedCheck>();
        services.AddSingleton<QuarantineDesk>();
        services.AddSingleton<QuarantineList>();
        services.AddSingleton<BurstJob>();
        services.AddSingleton<QuarantineCards>();
        services.AddSingleton<ICommand, QuarantineCommand>();
    }
}
