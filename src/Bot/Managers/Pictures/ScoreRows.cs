namespace Bot.Managers.Pictures;

/// <summary>Scores one below the other: name and mean, below them the interval on its scale and the other figures.</summary>
internal sealed class ScoreRows(PictureSheet sheet, ScoreWords words, PictureLegend legend)
{
    private const float Gap = 24;
    private const float BarHeight = 38;
    private const float Padding = 6;
    private const float Scale = 480;

    /// <summary>Writes sections that share a scale, each under its title (null: none).</summary>
    public void Write(IReadOnlyList<(string? Title, IReadOnlyList<PictureRow> Rows)> sections)
    {
        var axis = ScoreAxis.Of(sections.SelectMany(section => section.Rows), Scale);
        var isFirst = true;
        foreach (var (title, rows) in sections)
        {
            sheet.Skip(Padding);
            if (title is not null)
            {
                sheet.Skip(Padding);
                sheet.Line(title, TextStyle.Heading);
            }

            if (isFirst && rows.Any(row => row.Score?.Mean is not null))
                sheet.Skip(axis.Caption(sheet));
            isFirst = false;
            foreach (var row in rows)
                Write(row, axis);
        }
    }

    private void Write(PictureRow row, ScoreAxis axis)
    {
        var line = words.Line(row.Score, row.Thin, row.Within);
        var (mean, details) = row.Score?.Mean is null ? ("", line) : (words.Mean(row.Score), line[(line.IndexOf('·', StringComparison.Ordinal) + 2)..]);
        Head(row, mean.Length > 0 ? mean : details, mean.Length > 0 ? TextStyle.Strong : TextStyle.Small);
        if (mean.Length > 0)
        {
            var left = ScoreAxis.Left + Scale + Gap;
            var height = sheet.Write(details, TextStyle.Small, left, PictureSheet.Right - left, toRight: true);
            legend.Mark(axis, row, sheet, sheet.Y + (BarHeight / 2));
            sheet.Skip(Math.Max(height, BarHeight));
        }

        sheet.Skip(Padding);
        sheet.Rule();
        sheet.Skip(Padding);
    }

    /// <summary>The name, and at the right end what stands beside it.</summary>
    private void Head(PictureRow row, string beside, TextStyle style)
    {
        var room = PictureSheet.Measure(beside, style) + 1;
        var name = sheet.Write(row.Label, row.IsWhole ? TextStyle.Strong : TextStyle.Body, PictureSheet.Left, PictureSheet.Right - PictureSheet.Left - room - Gap);
        sheet.Skip(Math.Max(name, sheet.Write(beside, style, PictureSheet.Right - room, room, toRight: true)));
    }
}
