using System.Globalization;
using SkiaSharp;

namespace Bot.Managers.Pictures;

/// <summary>From the whole mark below all that is shown, up to 5; means lie close together at the upper end.</summary>
internal sealed class ScoreAxis(double lowest, float width)
{
    public const float Left = PictureSheet.Left;
    private const float Inset = 16;
    private const int Highest = 5;

    /// <summary>A scale on which all of the scores have a place.</summary>
    public static ScoreAxis Of(IEnumerable<PictureRow> rows, float width) =>
        new(rows.Where(row => row.Score?.Mean is not null).Select(row => row.Score!.Interval?.Low ?? row.Score!.Mean!.Value).DefaultIfEmpty(Highest).Min(), width);

    public int From { get; } = Math.Clamp((int)Math.Floor(lowest), 1, Highest - 1);

    public float X(double mark) => Left + Inset + (float)((mark - From) / (Highest - From) * (width - (2 * Inset)));

    /// <summary>Writes the marks above their places, from where the picture has come to.</summary>
    /// <returns>The height that they take.</returns>
    public float Caption(PictureSheet sheet)
    {
        for (var mark = From; mark <= Highest; mark++)
        {
            var text = mark.ToString(CultureInfo.InvariantCulture);
            var room = PictureSheet.Measure(text, TextStyle.Small) + 1;
            sheet.Write(text, TextStyle.Small, X(mark) - (room / 2), room);
        }

        return TextStyle.Small.LineHeight;
    }

    /// <summary>Draws the empty scale.</summary>
    /// <param name="y">Its middle.</param>
    public void Track(SKCanvas canvas, float y)
    {
        using var line = new SKPaint { Color = PictureColours.Line, StrokeWidth = 4 };
        canvas.DrawLine(X(From), y, X(Highest), y, line);
        for (var mark = From; mark <= Highest; mark++)
            canvas.DrawLine(X(mark), y - 13, X(mark), y + 13, line);
    }
}
