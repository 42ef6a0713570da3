using System.Collections.Frozen;
using System.Globalization;
using Bot.Survey.Catalogue.Matching;
using Bot.Survey.Localization;

namespace Bot.Survey.Dialogs;

/// <summary>Understands answers that are typed instead of tapped, in all languages of the texts at once.</summary>
internal sealed class TypedAnswers
{
    private readonly FrozenDictionary<string, int> _ratings;
    private readonly FrozenSet<string> _fillers;
    private readonly FrozenDictionary<string, string> _yesNo;

    public TypedAnswers(TextCatalogue texts)
    {
        var ratings = new Dictionary<string, int>(StringComparer.Ordinal);
        var yesNo = new Dictionary<string, string>(StringComparer.Ordinal);
        var fillers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var language in texts.Languages)
        {
            for (var rating = 1; rating <= 5; rating++)
            {
                ratings[rating.ToString(CultureInfo.InvariantCulture)] = rating;
                foreach (var word in Folding.Words(texts.Get(language.Code, $"typed.{rating}")))
                    ratings.TryAdd(word, rating);
            }
            fillers.UnionWith(Folding.Words(texts.Get(language.Code, "typed.filler")));
            foreach (var answer in (string[])["yes", "no"])
                foreach (var word in Folding.Words(texts.Get(language.Code, $"typed.{answer}")))
                    yesNo.TryAdd(word, answer);
        }
        _ratings = ratings.ToFrozenDictionary(StringComparer.Ordinal);
        _fillers = fillers.ToFrozenSet(StringComparer.Ordinal);
        _yesNo = yesNo.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A rating 1–5, where the text says exactly one («5», «бес», «ставлю пятёрку»); else null («4-5»).</summary>
    public int? Rating(string text)
    {
        int? found = null;
        foreach (var word in Folding.Words(text))
        {
            if (_ratings.TryGetValue(word, out var rating))
            {
                if (found is not null)
                    return null;
                found = rating;
            }
            else if (!_fillers.Contains(word))
            {
                return null;
            }
        }
        return found;
    }

    /// <summary><c>yes</c>, <c>no</c> or null.</summary>
    public string? YesOrNo(string text) =>
        Folding.Words(text) is [var word] && _yesNo.TryGetValue(word, out var answer) ? answer : null;

    /// <summary>
    /// The button whose label was typed: whole, one side of its «/» («не знаю»), or an unmistakable beginning, which is three letters or whole words;
    /// null: none.
    /// </summary>
    public static CardButton? Button(string text, Card card)
    {
        var typed = string.Join(' ', Folding.Words(text));
        if (typed.Length == 0)
            return null;
        CardButton? begun = null;
        var beginnings = 0;
        foreach (var button in card.Rows.SelectMany(r => r))
        {
            var labels = Labels(button.Text);
            if (labels.Contains(typed))
                return button;
            if (labels.Any(label => Begins(label, typed)))
                (begun, beginnings) = (button, beginnings + 1);
        }
        return beginnings == 1 ? begun : null;
    }

    private static List<string> Labels(string text) =>
        [.. text.Split('/').Prepend(text).Select(label => string.Join(' ', Folding.Words(label)))];

    private static bool Begins(string label, string typed) =>
        label.StartsWith(typed, StringComparison.Ordinal) && (typed.Length >= 3 || (typed.Length == 2 && label[typed.Length] == ' '));
}
