using SkiaSharp;

namespace Bot.Managers.Pictures;

/// <summary>Scores side by side, the last column the one that stands over the others and is shown on the scale.</summary>
internal sealed class ScoreTable(PictureSheet sheet, ScoreWords words, PictureLegend legend, IReadOnlyList<string> columns)
{
    private const float Column = 146;
    private const float Swatch = 24;
    private const float Padding = 8;
    private const float BarHeight = 38;

    private float LabelWidth => PictureSheet.Right - PictureSheet.Left - (Column * columns.Count);

    public void Write(IReadOnlyList<(string Label, IReadOnlyList<PictureRow> Cells)> rows)
    {
        sheet.Skip(Padding);
        var top = sheet.Y;
        var axis = ScoreAxis.Of(rows.Select(row => row.Cells[^1]), LabelWidth - Padding);
        var head = columns.Index().Max(column => sheet.Write(column.Item, TextStyle.Small, Left(column.Index), Column - Padding, toRight: true));
        sheet.Skip(Math.Max(head, axis.Caption(sheet)));
        foreach (var (label, cells) in rows)
            Write(label, cells, axis);
        var band = new SKRect(Left(columns.Count - 1), top, PictureSheet.Right + Padding, sheet.Y - Padding);
        sheet.DrawFirst(canvas =>
        {
            using var paint = new SKPaint { Color = PictureColours.Band };
            canvas.DrawRect(band, paint);
        });
    }

    private void Write(string label, IReadOnlyList<PictureRow> cells, ScoreAxis axis)
    {
        var whole = cells[^1];
        var name = sheet.Write(label, TextStyle.Label, PictureSheet.Left, LabelWidth - Padding);
        var left = name + (whole.Score?.Mean is null ? 0 : BarHeight);
        var right = cells.Index().Max(cell => Write(cell.Item, cell.Index));
        legend.Mark(axis, whole, sheet, sheet.Y + name + (BarHeight / 2));
        sheet.Skip(Math.Max(left, right) + Padding);
        sheet.Rule();
        sheet.Skip(Padding);
    }

    private float Write(PictureRow cell, int column)
    {
        var x = Left(column);
        if (cell.Score is null)
            return sheet.Write("–", TextStyle.Body, x, Column - Padding, toRight: true);
        if (cell.Score.Mean is null)
            return sheet.Write(words["mark_few"], TextStyle.Small, x, Column - Padding, toRight: true);
        var (mean, style) = (words.Mean(cell.Score), column == columns.Count - 1 ? TextStyle.Strong : TextStyle.Body);
        var height = sheet.Write(mean, style, x, Column - Padding, toRight: true);
        if (cell.IsUncertain)
            legend.Hatch(sheet, SKRect.Create(x + Column - (2 * Padding) - PictureSheet.Measure(mean, style) - Swatch, sheet.Y + ((height - Swatch) / 2), Swatch, Swatch));
        return height + sheet.Write(words.Say("base", ("count", cell.Score.N ?? 0)), TextStyle.Small, x, Column - Padding, toRight: true, below: height);
    }

    private float Left(int column) => PictureSheet.Right - (Column * (columns.Count - column));
}
