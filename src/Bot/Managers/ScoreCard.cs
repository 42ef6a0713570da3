using Bot.Survey.Dialogs;

namespace Bot.Managers;

/// <summary>What the cards about scores have in common.</summary>
internal static class ScoreCard
{
    public static Card Of(ScoreWords words, IEnumerable<string> lines, IReadOnlyList<IReadOnlyList<CardButton>> rows)
    {
        return new Card(Cut(string.Join('\n', lines)), [.. rows.Where(row => row.Count > 0)], words.Language);
    }

    /// <summary>Sends the picture of a view beside its card.</summary>
    public static CardButton Picture(ScoreWords words, ScorePlace place, string view, params ReadOnlySpan<string> arguments) =>
        new(words["picture"], place.Data(ScorePress.PictureOf(view), arguments));

    /// <summary>The text as far as a card holds it.</summary>
    public static string Cut(string text) => text.Length <= CardLimits.Text ? text : text[..(CardLimits.Text - 1)] + "…";

    public static CardButton Back(ScoreWords words, string data) => new("« " + words.Text("flow.back"), data);

    /// <summary>The periods that are offered for a view.</summary>
    public static IReadOnlyList<IReadOnlyList<CardButton>> Periods(ScoreWords words, ScorePlace place, string view, params string[] arguments)
    {
        var choices = PeriodChoice.Offered.Select(days => (Label: words[$"button_{days}"], Period: PeriodChoice.LastDays(days))).Append((words["button_all"], default));
        var buttons = choices.Where(c => c.Period != place.Period).Select(c => new CardButton(c.Label, (place with { Period = c.Period }).Data(view, arguments))).ToList();
        return [buttons];
    }
}
