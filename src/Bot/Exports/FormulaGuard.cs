namespace Bot.Exports;

/// <summary>
/// Keeps a spreadsheet from running a text as a formula: an apostrophe goes before it. A text that looks guarded already gets one more, so
/// that taking one off again gives every text back as it was.
/// </summary>
internal static class FormulaGuard
{
    private const char Mark = '\'';

    public static string Guard(string text) => IsFormula(text) ? Mark + text : text;

    public static string Remove(string text) => text.StartsWith(Mark) && IsFormula(text) ? text[1..] : text;

    // The last four are what =, +, - and @ become on a full-width keyboard; spreadsheets read them alike.
    private static bool IsFormula(string text) =>
        text.AsSpan().TrimStart(Mark) is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
