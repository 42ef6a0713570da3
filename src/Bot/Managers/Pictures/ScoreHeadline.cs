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

        sheet.Write(words.Mean(score), TextStyle.Figure, PictureSheet.Left, FigureWidth);
        var left = PictureSheet.Left + FigureWidth;
        var level = sheet.Write(words.Level(score.Level ?? ""), TextStyle.Heading, left, PictureSheet.Right - left);
        var full = sheet.Write($"{words["full_satisfaction"]}: {words.Full(score)}", TextStyle.Body, left, PictureSheet.Right - left, below: level);
        sheet.Skip(Math.Max(level + full, TextStyle.Figure.LineHeight));
        foreach (var line in Lines(frame, score, respondents))
            sheet.Line(line, TextStyle.Body);
    }

    private static IEnumerable<string> Lines(PictureFrame frame, ScoreView score, long? respondents)
    {
        var words = frame.Words;
        if (score.Interval is { } interval && words.Ends(interval) is var (low, high))
            yield return words.Say("interval", ("low", low), ("high", high));
        yield return words.Say("respondents", ("n", respondents ?? 0));
        yield return frame.Lines.Shares(score);
        if (score.Status == ScoreStatus.Preliminary)
            yield return $"{words["preliminary"]}. {words["unranked"]}.";
        if (score.Status == ScoreStatus.TooFew)
            yield return words["hidden"];
    }
}
