using SkiaSharp;

namespace Bot.Managers.Pictures;

/// <param name="Size">In pixels of a picture 1080 wide: 28 and more can be read on a phone.</param>
internal sealed record TextStyle(float Size, bool IsBold, SKColor Colour)
{
    public static readonly TextStyle Title = new(50, true, PictureColours.Ink);
    public static readonly TextStyle Figure = new(110, true, PictureColours.Ink);
    public static readonly TextStyle Heading = new(38, true, PictureColours.Ink);
    public static readonly TextStyle Body = new(35, false, PictureColours.Ink);
    public static readonly TextStyle Strong = new(37, true, PictureColours.Ink);
    public static readonly TextStyle Label = new(31, false, PictureColours.Ink);
    public static readonly TextStyle Small = new(30, false, PictureColours.Quiet);

    public float LineHeight => MathF.Round(Size * 1.3f);

    public SKFont ToFont() => new(IsBold ? PictureFonts.Bold : PictureFonts.Regular, Size) { Edging = SKFontEdging.Antialias, Subpixel = true };
}
