using SkiaSharp;

namespace Bot.Managers.Pictures;

/// <summary>A mean and its interval on the scale: filled, or hollow and hatched where it is uncertain.</summary>
internal static class ScoreMark
{
    private const float HalfBar = 11;
    private const float Radius = 12;

    public static void Bar(SKCanvas canvas, SKRect bar, bool isUncertain)
    {
        using var fill = new SKPaint { Color = isUncertain ? PictureColours.Paper : PictureColours.Interval, IsAntialias = true };
        using var edge = new SKPaint { Color = PictureColours.Dot, IsStroke = true, StrokeWidth = 2.5f, IsAntialias = true };
        canvas.DrawRect(bar, fill);
        if (isUncertain)
        {
            canvas.Save();
            canvas.ClipRect(bar);
            for (var x = bar.Left - bar.Height; x < bar.Right; x += 10)
                canvas.DrawLine(x, bar.Bottom, x + bar.Height, bar.Top, edge);
            canvas.Restore();
        }

        canvas.DrawRect(bar, edge);
    }

    public static void Bar(SKCanvas canvas, float from, float to, float y, bool isUncertain) =>
        Bar(canvas, new SKRect(from, y - HalfBar, Math.Max(to, from + 4), y + HalfBar), isUncertain);

    public static void Dot(SKCanvas canvas, float x, float y, bool isUncertain)
    {
        using var ring = new SKPaint { Color = PictureColours.Dot, IsAntialias = true };
        canvas.DrawCircle(x, y, Radius, ring);
        if (!isUncertain)
            return;
        using var hole = new SKPaint { Color = PictureColours.Paper, IsAntialias = true };
        canvas.DrawCircle(x, y, Radius - 5, hole);
    }
}
