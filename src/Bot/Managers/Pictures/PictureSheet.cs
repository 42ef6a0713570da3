using SkiaSharp;

namespace Bot.Managers.Pictures;

/// <summary>A picture as it grows downwards: texts that were measured into their room, shapes under them.</summary>
internal sealed class PictureSheet
{
    public const int Width = 1080;
    public const float Left = 48;
    public const float Right = Width - Left;
    private readonly List<PlacedText> _texts = [];
    private readonly List<Action<SKCanvas>> _shapes = [];

    /// <summary>Where the next thing begins.</summary>
    public float Y { get; private set; } = 44;

    public IReadOnlyList<PlacedText> Texts => _texts;

    public int Height => (int)MathF.Ceiling(Y + 40);

    public static float Measure(string text, TextStyle style)
    {
        using var font = style.ToFont();
        return font.MeasureText(text);
    }

    public void Skip(float height) => Y += height;

    public void Draw(Action<SKCanvas> shape) => _shapes.Add(shape);

    /// <summary>Draws under everything else.</summary>
    public void DrawFirst(Action<SKCanvas> shape) => _shapes.Insert(0, shape);

    /// <summary>A thin line over the whole width.</summary>
    public void Rule()
    {
        var y = Y;
        Draw(canvas =>
        {
            using var line = new SKPaint { Color = PictureColours.Line, StrokeWidth = 2 };
            canvas.DrawLine(Left, y, Right, y, line);
        });
    }

    /// <summary>Writes a text over the whole width and goes on below it.</summary>
    public void Line(string text, TextStyle style) => Skip(Write(text, style, Left, Right - Left));

    /// <summary>Writes a text in as many lines as it needs, beginning at <see cref="Y"/>.</summary>
    /// <param name="x">Left end of its room.</param>
    /// <param name="width">Width of its room.</param>
    /// <param name="toRight">Whether it stands at the right end of its room.</param>
    /// <param name="below">How far below <see cref="Y"/> it begins.</param>
    /// <returns>The height that it takes.</returns>
    public float Write(string text, TextStyle style, float x, float width, bool toRight = false, float below = 0)
    {
        using var font = style.ToFont();
        var height = 0f;
        foreach (var line in TextWrap.Lines(text, font, width))
        {
            var measured = font.MeasureText(line);
            _texts.Add(new PlacedText(line, style, toRight ? x + width - measured : x, Y + below + height, measured, width));
            height += style.LineHeight;
        }

        return height;
    }

    public byte[] ToPng()
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(PictureColours.Paper);
        foreach (var shape in _shapes)
            shape(canvas);
        foreach (var text in _texts)
        {
            using var font = text.Style.ToFont();
            using var paint = new SKPaint { Color = text.Style.Colour, IsAntialias = true };
            canvas.DrawText(text.Text, text.X, text.Baseline, font, paint);
        }

        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }
}
