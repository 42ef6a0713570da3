using System.Text;
using Bot.Conversations;
using Bot.Invitations.Posters;
using Bot.Invitations.Qr;

namespace Bot.Invitations.Places;

/// <summary>What hangs in a place, as files.</summary>
internal sealed class PlaceFiles(PlaceCodes codes, InvitationLinks links, PosterWriter posters)
{
    public const string Png = "png";
    public const string Svg = "svg";
    public const string Poster = "pdf";

    /// <summary>The QR code of the page, or the poster; null where the ending is none of these.</summary>
    public Attachment? Make(string ending, PlaceCode code, string label)
    {
        var token = codes.Write(code);
        return ending switch
        {
            Png => new Attachment($"qr-{code.Place}.png", Attachment.Png, new QrCode(links.Web(token)).ToPng(), label),
            Svg => new Attachment($"qr-{code.Place}.svg", "image/svg+xml", Encoding.UTF8.GetBytes(new QrCode(links.Web(token)).ToSvg()), label),
            Poster => new Attachment($"poster-{code.Place}.pdf", PosterWriter.MediaType, posters.Write(code, token, label), label),
            _ => null,
        };
    }
}
