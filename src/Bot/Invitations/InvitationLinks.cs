using Bot.Campaigns;
using Bot.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Invitations;

/// <summary>The links under which an invitation is opened.</summary>
internal sealed class InvitationLinks(IOptions<WebOptions> options, BotName bot)
{
    private const string Nowhere = "http://localhost";
    private readonly string? _publicUrl = options.Value.PublicUrl?.GetLeftPart(UriPartial.Authority);

    /// <summary>The link to the bot; null while its name is not known.</summary>
    public string? Telegram(string token) => bot.Value is { } name ? $"https://t.me/{name}?start={token}" : null;

    /// <summary>The link to the page; without a public address it is that of the request, and without a request that of this machine.</summary>
    public string Web(string token, HttpRequest? request = null) => $"{Root(request)}/s/{token}";

    /// <summary>The staff's page of campaigns.</summary>
    public string Campaigns() => Root(null) + CampaignPages.Root;

    private string Root(HttpRequest? request) => _publicUrl ?? (request is null ? Nowhere : $"{request.Scheme}://{request.Host}");
}
