using SkiaSharp;

namespace Bot.Managers.Pictures;

/// <summary>Draws marks, and says in the end what those that were drawn mean.</summary>
internal sealed class PictureLegend(ScoreWords words)
{
    private const float SymbolWidth = 64;
    private const float Gap = 40;
    private bool _hasMean;
    private bool _hasInterval;
    private bool _hasUncertain;

    /// <summary>Draws a row's score on the scale; the empty scale where there is none to be shown.</summary>
    /// <param name="y">The middle of the scale.</param>
    public void Mark(ScoreAxis axis, PictureRow row, PictureSheet sheet, float y)
    {
        if (row.Score?.Mean is not { } mean)
            return;
        var uncertain = row.IsUncertain;
        _hasMean = true;
        _hasUncertain |= uncertain;
        sheet.Draw(canvas => axis.Track(canvas, y));
        if (row.Score.Interval is { } interval)
        {
            _hasInterval = true;
            sheet.Draw(canvas => ScoreMark.Bar(canvas, axis.X(interval.Low), axis.X(interval.High), y, uncertain));
        }

        sheet.Draw(canvas => ScoreMark.Dot(canvas, axis.X(mean), y, uncertain));
    }

    /// <summary>Draws the hatching alone, before a figure.</summary>
    public void Hatch(PictureSheet sheet, SKRect place)
    {
        _hasUncertain = true;
        sheet.Draw(canvas => ScoreMark.Bar(canvas, place, isUncertain: true));
    }

    public void Write(PictureSheet sheet)
    {
        var x = PictureSheet.Left;
        sheet.Skip(16);
        if (_hasMean)
            Entry(sheet, ref x, words["mean"], (canvas, left, y) => ScoreMark.Dot(canvas, left + (SymbolWidth / 2), y, isUncertain: false));
        if (_hasInterval)
            Entry(sheet, ref x, words["legend_interval"], (canvas, left, y) => ScoreMark.Bar(canvas, left, left + SymbolWidth, y, isUncertain: false));
        if (_hasUncertain)
            Entry(sheet, ref x, words["legend_uncertain"], (canvas, left, y) => ScoreMark.Bar(canvas, left, left + SymbolWidth, y, isUncertain: true));
        if (x > PictureSheet.Left)
            sheet.Skip(TextStyle.Small.LineHeight);
    }

    private static void Entry(PictureSheet sheet, ref float x, string text, Action<SKCanvas, float, float> symbol)
    {
        var width = PictureSheet.Measure(text, TextStyle.Small) + 1;
        if (x > PictureSheet.Left && x + SymbolWidth + 16 + width > PictureSheet.Right)
        {
            x = PictureSheet.Left;
            sheet.Skip(TextStyle.Small.LineHeight);
        }

        var (left, y) = (x, sheet.Y + (TextStyle.Small.LineHeight / 2));
        sheet.Draw(canvas => symbol(canvas, left, y));
        sheet.Write(text, TextStyle.Small, x + SymbolWidth + 16, PictureSheet.Right - x - SymbolWidth - 16);
        x += SymbolWidth + 16 + width + Gap;
    }
}
