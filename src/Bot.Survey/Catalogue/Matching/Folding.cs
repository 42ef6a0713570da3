using System.Globalization;
using System.Text;

namespace Bot.Survey.Catalogue.Matching;

/// <summary>Brings what people type and what the catalogue says to one spelling: words of lower-case letters and digits.</summary>
/// <remarks>
/// Kazakh letters fall together with the Russian ones that stand in for them on a Russian keyboard; ё with е, й with и. Latin letters that look
/// like Cyrillic ones become those, in a word that mixes both or consists of look-alikes only («CKO»).
/// </remarks>
internal static class Folding
{
    /// <summary>What is typed beyond this many characters is not read.</summary>
    public const int Longest = 400;

    private const string From = "әғқңөұүһіёйəɵ";
    private const string To = "агкноуухиеиао";
    private const string LookAlikes = "aceopxykmtihABCEHIKMOPTXY";
    private const string Cyrillic = "асеорхукмтиһАВСЕНІКМОРТХУ";

    /// <summary>The words of <paramref name="text"/>, folded.</summary>
    public static IReadOnlyList<string> Words(string text) => FirstWords(text, Longest);

    /// <summary>The words of the first <paramref name="longest"/> characters of <paramref name="text"/>, folded.</summary>
    public static IReadOnlyList<string> FirstWords(string text, int longest)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, longest)))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                End(word, words);
            }
        }

        End(word, words);
        return words;
    }

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length == 0)
        {
            return;
        }

        var looksCyrillic = LooksCyrillic(word);
        for (var i = 0; i < word.Length; i++)
        {
            word[i] = Fold(word[i], looksCyrillic);
        }

        words.Add(word.ToString());
        word.Clear();
    }

    private static char Fold(char c, bool looksCyrillic)
    {
        if (looksCyrillic && LookAlikes.IndexOf(c, StringComparison.Ordinal) is var at and >= 0)
        {
            c = Cyrillic[at];
        }

        c = char.ToLowerInvariant(c);
        return From.IndexOf(c, StringComparison.Ordinal) is var place and >= 0 ? To[place] : c;
    }

    private static bool LooksCyrillic(StringBuilder word)
    {
        var lookAlikes = 0;
        var others = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] is >= '\u0400' and <= '\u04FF' or 'ə' or 'Ə')
            {
                return true;
            }

            if (LookAlikes.Contains(word[i], StringComparison.Ordinal))
            {
                lookAlikes++;
            }
            else if (!char.IsAsciiDigit(word[i]))
            {
                others++;
            }
        }

        return lookAlikes > 0 && others == 0;
    }
}
