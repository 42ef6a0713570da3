using Bot.Invitations.Qr;
using Bot.Managers.Pictures;
using SkiaSharp;

namespace Bot.Invitations.Posters;

/// <summary>A sheet of A4 in points: texts and codes where they stand. It is laid out first and drawn after, so that a test can see whether anything overlaps.</summary>
internal sealed class PosterSheet
{
    public const float Width = 210 / 25.4f * 72;
    public const float Height = 297 / 25.4f * 72;

    /// <summary>15 mm, which any printer leaves free.</summary>
    public const float Margin = 15 / 25.4f * 72;

    private const float BorderWidth = 1.5f;
    private const float Corner = 10;
    private const float Step = 4;
    private readonly List<PlacedText> _texts = [];
    private readonly List<(QrCode Code, SKRect Room)> _codes = [];
    private readonly List<SKRect> _frames = [];

    public IReadOnlyList<PlacedText> Texts => _texts;

    /// <summary>The codes, each with its quiet zone.</summary>
    public IReadOnlyList<(QrCode Code, SKRect Room)> Codes => _codes;

    public IReadOnlyList<SKRect> Frames => _frames;

    /// <summary>The height that lines take in a room of that width.</summary>
    public static float Measure(IEnumerable<PosterLine> lines, float width) => lines.Sum(line => line.Before + (Wrapped(line, width).Count * line.Style.LineHeight));

    /// <summary>Writes lines in the middle of their room, one below the other.</summary>
    /// <returns>Where they end.</returns>
    public float Write(IEnumerable<PosterLine> lines, float x, float y, float width)
    {
        foreach (var line in lines)
        {
            y += line.Before;
            foreach (var (text, measured) in Wrapped(line, width))
            {
                _texts.Add(new PlacedText(text, line.Style, x + ((width - measured) / 2), y, measured, width));
                y += line.Style.LineHeight;
            }
        }

        return y;
    }

    public void Place(QrCode code, SKRect room) => _codes.Add((code, room));

    public void Frame(SKRect frame) => _frames.Add(frame);

    public void Draw(SKCanvas canvas)
    {
        using var ink = new SKPaint { Color = SKColors.Black, Style = SKPaintStyle.Fill };
        foreach (var (code, room) in _codes)
            canvas.DrawPath(Modules(code, room), ink);
        using var border = new SKPaint { Color = SKColors.Black, Style = SKPaintStyle.Stroke, StrokeWidth = BorderWidth, IsAntialias = true };
        foreach (var frame in _frames)
            canvas.DrawRoundRect(frame, Corner, Corner, border);
        foreach (var text in _texts)
        {
            using var font = text.Style.ToFont();
            using var paint = new SKPaint { Color = text.Style.Colour, IsAntialias = true };
            canvas.DrawText(text.Text, text.X, text.Baseline, font, paint);
        }
    }

    private static SKPath Modules(QrCode code, SKRect room)
    {
        var side = room.Width / code.Size;
        var path = new SKPath();
        foreach (var (x, y, length) in code.Runs())
            path.AddRect(SKRect.Create(room.Left + (x * side), room.Top + (y * side), length * side, side));
        return path;
    }

    // As narrow as so many lines can be: no word is left alone on the last one.
    private static List<(string Text, float Width)> Wrapped(PosterLine line, float width)
    {
        using var font = line.Style.ToFont();
        var lines = TextWrap.Lines(line.Text, font, width).ToList();
        var widestWord = line.Text.Split(' ').Max(word => font.MeasureText(word));
        for (var narrower = width - Step; narrower > widestWord && TextWrap.Lines(line.Text, font, narrower).ToList() is var closer && closer.Count == lines.Count; narrower -= Step)
            lines = closer;
        return lines.ConvertAll(text => (text, font.MeasureText(text)));
    }
}
