using System.Text;
using System.Text.RegularExpressions;
using Bot.Survey.Catalogue.Matching;

namespace Bot.Survey.Comments;

/// <summary>Puts a mark in the place of what tells who a person is or how to reach them.</summary>
internal sealed partial class PersonalDataMask(CommentWords known)
{
    /// <summary>What stands in the place of personal data; the same in every language.</summary>
    public const string Mark = "•••";

    /// <summary>How far before a number the words that tell what it is are looked for.</summary>
    private const int Before = 40;

    public string Apply(string text)
    {
        foreach (var pattern in (Regex[])[Link(), Address(), UserName(), Account(), Document(), Plate()])
            text = pattern.Replace(text, Mark);
        text = PersonNames.Mask(text, Mark);
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (Match match in Run().Matches(text))
        {
            var run = new NumberRun(match.Value, IsNamed(text, match.Index), IsMoney(text, match.Index + match.Length));
            foreach (var (start, end) in run.Personal())
            {
                masked.Append(text, at, match.Index + start - at).Append(Mark);
                at = match.Index + end;
            }
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    private bool IsNamed(string text, int at)
    {
        var words = Folding.Words(text[Math.Max(0, at - Before)..at]);
        var last = words.Count - 1;
        while (last >= 0 && known.NumberLinks.BeginsAt(words, last))
            last--;
        return last >= 0 && known.NumberWords.BeginsAt(words, last);
    }

    private bool IsMoney(string text, int at)
    {
        var behind = text.AsSpan(at, Math.Min(Before, text.Length - at)).TrimStart();
        return behind is ['₸', ..] || (Folding.Words(behind.ToString()) is { Count: > 0 } words && char.IsLetter(behind[0]) && known.Money.BeginsAt(words, 0));
    }

    [GeneratedRegex("""(?:\b[a-z]{2,10}://|\bwww\.|(?<![\p{L}\p{N}.@-])(?:[a-z0-9-]+\.)+[a-z]{2,10}/)[^\s<>"«»]*[^\s<>"«».,;:!?)]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    // Also with blanks, «(at)» or the Russian «собака» in the place of the sign.
    [GeneratedRegex("""[\p{L}\p{N}._%+-]+(?:\s?@\s?|\s?[([]at[)\]]\s?|\sсобака\s)(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex("""@[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*""", RegexOptions.CultureInvariant)]
    private static partial Regex UserName();

    // IBAN of Kazakhstan: KZ and eighteen letters and digits, often in groups.
    [GeneratedRegex("""(?<![\p{L}\p{N}])[KkКк][ZzЗз][\s-]?\p{Nd}{2}(?:[\s-]?[A-Za-z0-9]){16}(?![A-Za-z0-9])""", RegexOptions.CultureInvariant)]
    private static partial Regex Account();

    // Series and number of a passport, a licence, a certificate.
    [GeneratedRegex("""(?<![\p{L}\p{N}])(?:[A-Z]{1,2}\s?[№#]?\s?|\p{L}{1,2}[№#]?)\p{Nd}{7,9}(?!\p{Nd})""", RegexOptions.CultureInvariant)]
    private static partial Regex Document();

    // Number plate of a car: 123 ABC 02.
    [GeneratedRegex("""(?<![\p{L}\p{N}])\p{Nd}{3}\s?[A-Z]{2,3}\s?(?:0[1-9]|1[0-9]|20)(?![\p{L}\p{N}])""", RegexOptions.CultureInvariant)]
    private static partial Regex Plate();

    // Digits with what people put between those of one number.
    [GeneratedRegex("""\+?\(?\p{Nd}(?:[\s.\-‐-―()/\\_\u200B-\u200D\u2060\uFEFF]{0,4}\p{Nd})*""", RegexOptions.CultureInvariant)]
    private static partial Regex Run();
}
