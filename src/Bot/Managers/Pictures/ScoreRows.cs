using Bot.Scores;

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
        if (row.Score is not { Mean: not null } score)
        {
            Head(row, words.Line(row.Score), TextStyle.Small);
        }
        else
        {
            Head(row, words.Mean(score), TextStyle.Strong);
            var left = ScoreAxis.Left + Scale + Gap;
            var height = 0f;
            foreach (var line in Details(row, score))
                height += sheet.Write(line, TextStyle.Small, left, PictureSheet.Right - left, toRight: true, below: height);
            legend.Mark(axis, row, sheet, sheet.Y + (BarHeight / 2));
            sheet.Skip(Math.Max(height, BarHeight));
        }

        if (row.Note is { } note)
            sheet.Line(note, TextStyle.Small);
        sheet.Skip(Padding);
        sheet.Rule();
        sheet.Skip(Padding);
    }

    private IEnumerable<string> Details(PictureRow row, ScoreView score)
    {
        var figures = $"{words.Full(score)} · {words.Say("base", ("count", score.N ?? 0))}";
        yield return score.Interval is { } interval && words.Ends(interval) is var (low, high) ? $"{low}–{high} · {figures}" : figures;
        yield return string.Join(" · ", words.Marks(score, row.Thin, row.Within));
    }

    /// <summary>The name, and at the right end what stands beside it.</summary>
    private void Head(PictureRow row, string beside, TextStyle style)
    {
        var room = PictureSheet.Measure(beside, style) + 1;
        var name = sheet.Write(row.Label, row.IsWhole ? TextStyle.Strong : TextStyle.Body, PictureSheet.Left, PictureSheet.Right - PictureSheet.Left - room - Gap);
        sheet.Skip(Math.Max(name, sheet.Write(beside, style, PictureSheet.Right - room, room, toRight: true)));
    }
}
