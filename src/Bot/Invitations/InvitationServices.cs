using Bot.Conversations;
using Bot.Invitations.Sending;
using Microsoft.Extensions.Options;

namespace Bot.Invitations;

internal static class InvitationServices
{
    private const int LongestToken = 64;

    public static void AddInvitations(this IServiceCollection services)
    {
        services.AddSingleton<BotName>();
        services.AddSingleton<InvitationLinks>();
        services.AddSingleton<ReceiptDesk>();
        services.AddOptions<InvitationsOptions>().BindConfiguration(InvitationsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<InvitationsOptions>, InvitationsOptionsValidator>();
        services.AddSingleton<InvitationWishes>();
        services.AddSingleton<ICommand, InviteCommand>();
        AddSending(services);
    }

    private static void AddSending(IServiceCollection services)
    {
        services.AddSingleton<MessageQueue>();
        services.AddSingleton<MessageRules>();
        services.AddSingleton<MessageBook>();
        services.AddSingleton<InvitationCards>();
        services.AddSingleton<SendingPause>();
        services.AddSingleton<MessageFlight>();
        services.AddSingleton<CampaignEnds>();
        services.AddSingleton<InvitationSender>();
        services.AddHostedService<InvitationTicker>();
    }

    /// <summary>Opens the chat with the invitation. Programs that look into links for a preview use nothing up by it.</summary>
    public static void MapInvitations(this WebApplication app) =>
        app.MapGet("/s/{token}", (string token) => IsToken(token) ? Results.Redirect("/chat?start=" + token) : Results.NotFound()).ExcludeFromDescription();

    private static bool IsToken(string token) => token.Length <= LongestToken && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
