using Bot.Managers;
using Bot.Scores;

namespace Bot.Exports;

/// <summary>The columns in which a score stands on every sheet: the digits are those that chat and API show.</summary>
internal static class ScoreColumns
{
    private static readonly (string Heading, double Width)[] Columns = [("mean", 14), ("low", 9), ("high", 9), ("full", 10), ("poor", 10), ("n", 8)];

    public static int Count => Columns.Length;

    public static IEnumerable<double> Widths => Columns.Select(column => column.Width);

    public static IEnumerable<SheetCell> Head(ScoreWords words) => Columns.Select(column => SheetCell.Text(words.Text("export.column_" + column.Heading), CellLook.Heading));

    /// <summary>Empty where nobody rated; words in the place of the mean where the gate hides it.</summary>
    public static IEnumerable<SheetCell> Of(ScoreView? score, ScoreWords words, CellLook look) =>
    [
        score is { Mean: null } ? SheetCell.Text(words["mark_few"], look) : SheetCell.Of(score?.MeanShown, CellFormat.TwoDecimals, look),
        SheetCell.Of(score?.Interval?.LowShown, CellFormat.TwoDecimals, look),
        SheetCell.Of(score?.Interval?.HighShown, CellFormat.TwoDecimals, look),
        SheetCell.Of(score?.FullShown, CellFormat.OneDecimal, look),
        SheetCell.Of(score is { Distribution: not null } ? score.ShareShown(1, 2) : null, CellFormat.OneDecimal, look),
        SheetCell.Of(score?.N, CellFormat.Whole, look),
    ];

    /// <summary>What is to be said of a score beside its figures.</summary>
    public static IEnumerable<string> Marks(ScoreView? score, ScoreWords words, bool thin)
    {
        if (score?.Mean is null)
            yield break;
        if (score.Status == ScoreStatus.TooFew)
            yield return words["mark_hidden"];
        if (score.Status == ScoreStatus.Preliminary)
            yield return words["mark_preliminary"];
        if (thin)
            yield return words["mark_thin"];
    }
}
