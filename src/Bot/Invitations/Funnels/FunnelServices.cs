using Bot.Conversations;

namespace Bot.Invitations.Funnels;

internal static class FunnelServices
{
    public static void AddFunnels(this IServiceCollection services)
    {
        services.AddSingleton<FunnelReader>();
        services.AddSingleton<FunnelNames>();
        services.AddSingleton<FunnelLines>();
        services.AddSingleton<FunnelCards>();
        services.AddSingleton<ICommand, FunnelCommand>();
    }
}
