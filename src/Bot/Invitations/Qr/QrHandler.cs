using Bot.Conversations;
using Bot.Invitations.Places;

namespace Bot.Invitations.Qr;

/// <summary>Serves the QR code of an invitation or a place as a picture. Whoever has the token may have it; looking at it uses nothing up.</summary>
internal sealed class QrHandler(InvitationLinks links, PlaceCodes places, ConversationStore store)
{
    public const string Path = "/qr/{token}.{ending:regex(^(png|svg)$)}";
    private const string ToTelegram = "telegram";
    private const string Keep = "public, max-age=31536000, immutable";

    /// <param name="to">«telegram»: the link to the bot; anything else: the link to the page.</param>
    public async Task<IResult> ServeAsync(string token, string ending, string? to, HttpContext http)
    {
        if (!InvitationToken.IsWellFormed(token) || (places.Read(token) is null && await store.InvitationAsync(token, http.RequestAborted) is null))
            return TypedResults.NotFound();
        if ((to == ToTelegram ? links.Telegram(token) : links.Web(token, http.Request)) is not { } link)
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = Keep;
        var code = new QrCode(link);
        return ending == "png" ? TypedResults.Bytes(code.ToPng(), Attachment.Png) : TypedResults.Text(code.ToSvg(), "image/svg+xml");
    }
}
