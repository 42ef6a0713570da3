namespace Bot.Invitations;

internal static class InvitationServices
{
    public static void AddInvitations(this IServiceCollection services)
    {
        services.AddSingleton<BotName>();
        services.AddSingleton<InvitationLinks>();
        services.AddSingleton<ReceiptDesk>();
    }
}
