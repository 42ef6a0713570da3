using Bot.Campaigns;
using Bot.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Invitations;

/// <summary>The links under which an invitation or the code of a place is opened.</summary>
internal sealed class InvitationLinks(IOptions<WebOptions> options, ListeningAddress listening, BotName bot)
{
    private const string Nowhere = "http://localhost";
    private readonly string? _publicUrl = options.Value.PublicUrl?.GetLeftPart(UriPartial.Authority);

    /// <summary>What stands before a token in a link to the page; null while the public address is not known.</summary>
    public string? Address => _publicUrl is null ? null : _publicUrl + "/s/";

    /// <summary>Whether links that nobody's request gives an address to work on this machine alone.</summary>
    public bool IsLocal => _publicUrl is null;

    /// <summary>The bot's user name without «@»; null while it is not known.</summary>
    public string? BotUser => bot.Value;

    /// <summary>The link to the bot; null while its name is not known.</summary>
    public string? Telegram(string token) => bot.Value is { } name ? $"https://t.me/{name}?start={token}" : null;

    /// <summary>The link to the page; without a public address it is that of the request, and without a request that of this machine.</summary>
    public string Web(string token, HttpRequest? request = null) => $"{Root(request)}/s/{token}";

    /// <summary>The staff's page of campaigns.</summary>
    public string Campaigns() => Root(null) + CampaignPages.Root;

    /// <summary>The page for a tablet that many people use one after another.</summary>
    public string Kiosk(string token) => $"{Root(null)}/chat?kiosk=1&start={token}";

    /// <summary>The QR code of the link to the page as a picture.</summary>
    /// <param name="ending">png or svg.</param>
    public string Qr(string token, string ending, HttpRequest request) => $"{Root(request)}/qr/{token}.{ending}";

    /// <summary>What a person types who cannot scan a code: without the scheme, and no token, which nobody types.</summary>
    /// <param name="serviceId">The service that is opened; null: the person chooses.</param>
    public string Typed(string? serviceId) => new Uri(Root(null)).Authority + (serviceId is null ? "" : $"/s/svc_{serviceId}");

    private string Root(HttpRequest? request) => _publicUrl ?? (request is null ? listening.Root ?? Nowhere : $"{request.Scheme}://{request.Host}");
}
