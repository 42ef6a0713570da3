using Bot.Invitations.Places;
using Bot.Invitations.Qr;
using Bot.Managers.Pictures;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using SkiaSharp;

namespace Bot.Invitations.Posters;

/// <summary>
/// The poster of a place: one page of A4, every sentence in every language, the first language largest. The large code opens the page, which needs
/// no app and no account; the small one the bot, where its name is known.
/// </summary>
internal sealed class PosterWriter(TextCatalogue texts, ServiceCatalogue catalogue, InvitationLinks links, TimeProvider time)
{
    public const string MediaType = "application/pdf";

    // Skia rounds a page to whole dots: of these, 100 make a millimetre.
    private const float DotsPerInch = 2540;

    private const float Gap = 14;
    private const float Inset = 16;
    private const float SmallestCode = 150;
    private const float LargestCode = 300;
    private const float SideCode = 110;
    private const float Left = PosterSheet.Margin;
    private const float Room = PosterSheet.Width - (2 * PosterSheet.Margin);

    public byte[] Write(PlaceCode code, string token, string label)
    {
        using var stream = new MemoryStream();
        var metadata = new SKDocumentPdfMetadata(DotsPerInch) { Title = $"{Say("poster.title").First()}. {label}", Creation = time.GetUtcNow().UtcDateTime, PdfA = true };
        using (var document = SKDocument.CreatePdf(stream, metadata))
        {
            Lay(code, token, label).Draw(document.BeginPage(PosterSheet.Width, PosterSheet.Height));
            document.EndPage();
            document.Close();
        }

        return stream.ToArray();
    }

    /// <summary>The code takes the room that the texts above and below it leave.</summary>
    public PosterSheet Lay(PlaceCode code, string token, string label)
    {
        var sheet = new PosterSheet();
        var y = sheet.Write(Heading(code), Left, PosterSheet.Margin, Room) + Gap;
        List<PosterLine> address = [.. Each("poster.type", 13, 12), new PosterLine(links.Typed(code.ServiceId), Style(22, isBold: true))];
        List<PosterLine> promises = [.. Each("poster.who_sees", 17, 15), .. Each("poster.no_codes", 17, 15, before: 6)];
        List<PosterLine> place = [new PosterLine(label, Style(15, isBold: true), Gap)];
        var framed = PosterSheet.Measure(promises, Room - (2 * Inset)) + (2 * Inset);
        var left = PosterSheet.Height - PosterSheet.Margin - y - (2 * Gap) - framed - PosterSheet.Measure(address, Room) - PosterSheet.Measure(place, Room);
        var side = Math.Clamp(left, SmallestCode, LargestCode);
        y += Math.Max(0, left - side) / 2;
        Codes(sheet, token, y, side);
        y = sheet.Write(address, Left, y + side + Gap, Room) + Gap + (Math.Max(0, left - side) / 2);
        sheet.Frame(SKRect.Create(Left, y, Room, framed));
        sheet.Write(promises, Left + Inset, y + Inset, Room - (2 * Inset));
        sheet.Write(place, Left, y + framed, Room);
        return sheet;
    }

    private IEnumerable<PosterLine> Heading(PlaceCode code)
    {
        IEnumerable<PosterLine> lines = Each("poster.title", 42, 26, isBold: true);
        if (code.ServiceId is { } id && catalogue.FindService(id) is { } service)
            lines = lines.Concat(Sized(texts.Languages.Select(l => service.ShortName[l.Code]).Distinct(StringComparer.Ordinal), 18, 15, isBold: true, before: 4));
        return lines.Concat(Each("poster.how", 16, 15, before: 6));
    }

    private void Codes(PosterSheet sheet, string token, float y, float side)
    {
        var page = new QrCode(links.Web(token));
        if (links.Telegram(token) is not { } telegram)
        {
            sheet.Place(page, SKRect.Create(Left + ((Room - side) / 2), y, side, side));
            return;
        }

        sheet.Place(page, SKRect.Create(Left, y, side, side));
        var (x, width) = (Left + side + Gap, Room - side - Gap);
        List<PosterLine> caption = [new PosterLine("Telegram", Style(15, isBold: true)), new PosterLine("@" + links.BotUser, Style(13, isBold: false))];
        var top = y + ((side - SideCode - PosterSheet.Measure(caption, width)) / 2);
        sheet.Place(new QrCode(telegram), SKRect.Create(x + ((width - SideCode) / 2), top, SideCode, SideCode));
        sheet.Write(caption, x, top + SideCode, width);
    }

    private IEnumerable<PosterLine> Each(string key, float first, float others, bool isBold = false, float before = 0) => Sized(Say(key), first, others, isBold, before);

    private static IEnumerable<PosterLine> Sized(IEnumerable<string> lines, float first, float others, bool isBold, float before) =>
        lines.Select((line, i) => new PosterLine(line, Style(i == 0 ? first : others, isBold || i == 0), i == 0 ? before : 0));

    private IEnumerable<string> Say(string key) => texts.Languages.Select(language => texts.Get(language.Code, key));

    private static TextStyle Style(float size, bool isBold) => new(size, isBold, SKColors.Black);
}
