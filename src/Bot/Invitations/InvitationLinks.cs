using Bot.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Invitations;

/// <summary>The links under which an invitation is opened.</summary>
internal sealed class InvitationLinks(IOptions<WebOptions> options, BotName bot)
{
    private readonly string? _publicUrl = options.Value.PublicUrl?.GetLeftPart(UriPartial.Authority);

    /// <summary>What stands before a token in a link to the page; null while the public address is not known.</summary>
    public string? Address => _publicUrl is null ? null : _publicUrl + "/s/";

    /// <summary>The link to the bot; null while its name is not known.</summary>
    public string? Telegram(string token) => bot.Value is { } name ? $"https://t.me/{name}?start={token}" : null;

    /// <summary>The link to the page; without a public address it is that of the request.</summary>
    public string Web(string token, HttpRequest request) => $"{_publicUrl ?? $"{request.Scheme}://{request.Host}"}/s/{token}";
}
