using Bot.Survey.Dialogs;

namespace Bot.Managers;

/// <summary>What the cards about scores have in common.</summary>
internal static class ScoreCard
{
    public static Card Of(ScoreWords words, IEnumerable<string> lines, IReadOnlyList<IReadOnlyList<CardButton>> rows)
    {
        return new Card(Cut(string.Join('\n', lines)), [.. rows.Where(row => row.Count > 0)], words.Language);
    }

    /// <summary>The text as far as a card holds it.</summary>
    public static string Cut(string text) => text.Length <= CardLimits.Text ? text : text[..(CardLimits.Text - 1)] + "…";

    public static CardButton Back(ScoreWords words, string data) => new("« " + words.Text("flow.back"), data);
}
