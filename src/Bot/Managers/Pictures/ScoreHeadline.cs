using Bot.Scores;

namespace Bot.Managers.Pictures;

/// <summary>A score in large figures.</summary>
internal static class ScoreHeadline
{
    private const float FigureWidth = 280;

    /// <param name="respondents">Submitted responses; null where that is hidden.</param>
    public static void Write(PictureFrame frame, ScoreView? score, long? respondents)
    {
        var (sheet, words) = (frame.Sheet, frame.Words);
        sheet.Skip(16);
        if (score?.Mean is null)
        {
            sheet.Line(words[score is null ? "no_data" : "too_few"], TextStyle.Heading);
            return;
        }

        List<string> lines =
        [
            words.Say("interval", ("low", words.Mean(score.Interval?.LowShown ?? 0)), ("high", words.Mean(score.Interval?.HighShown ?? 0))),
            $"{words["full_satisfaction"]}: {words.Full(score)}",
            words.Say("respondents", ("n", respondents ?? 0)),
            frame.Lines.Shares(score),
        ];
        if (score.Status == ScoreStatus.Preliminary)
            lines.Add($"{words["preliminary"]}. {words["unranked"]}.");
        if (score.Status == ScoreStatus.TooFew)
            lines.Add(words["hidden"]);
        sheet.Write(words.Mean(score), TextStyle.Figure, PictureSheet.Left, FigureWidth);
        var left = PictureSheet.Left + FigureWidth;
        var height = sheet.Write(words.Level(score.Level ?? ""), TextStyle.Heading, left, PictureSheet.Right - left);
        foreach (var line in lines)
            height += sheet.Write(line, TextStyle.Body, left, PictureSheet.Right - left, below: height);
        sheet.Skip(Math.Max(height, TextStyle.Figure.LineHeight));
    }
}
