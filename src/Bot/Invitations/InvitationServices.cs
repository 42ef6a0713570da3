using Bot.Conversations;
using Bot.Invitations.Places;
using Bot.Invitations.Posters;
using Bot.Invitations.Qr;
using Bot.Invitations.Sending;
using Microsoft.Extensions.Options;

namespace Bot.Invitations;

internal static class InvitationServices
{
    public static void AddInvitations(this IServiceCollection services)
    {
        services.AddSingleton<BotName>();
        services.AddSingleton<InvitationLinks>();
        services.AddSingleton<FiledReceipts>();
        services.AddSingleton<ReceiptDesk>();
        services.AddSingleton<QrHandler>();
        AddPlaces(services);
        services.AddOptions<InvitationsOptions>().BindConfiguration(InvitationsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<InvitationsOptions>, InvitationsOptionsValidator>();
        services.AddSingleton<DirectInvitations>();
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

    private static void AddPlaces(IServiceCollection services)
    {
        services.AddOptions<PlaceOptions>().BindConfiguration(PlaceOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PlaceOptions>, PlaceOptionsValidator>();
        services.AddSingleton<PlaceCodes>();
        services.AddSingleton<PosterWriter>();
        services.AddSingleton<PlaceDrafts>();
        services.AddSingleton<PlaceSearch>();
        services.AddSingleton<PlaceCards>();
        services.AddSingleton<PlaceFiles>();
        services.AddSingleton<ICommand, LinksCommand>();
    }

    /// <summary>Programs that look into links for a preview use nothing up by it.</summary>
    public static void MapInvitations(this WebApplication app) =>
        app.MapGet(QrHandler.Path, app.Services.GetRequiredService<QrHandler>().ServeAsync).ExcludeFromDescription();
}
