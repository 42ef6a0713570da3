using Bot.Survey.Catalogue.Matching;

namespace Bot.Survey.Comments;

/// <summary>
/// Words and phrases that give something away. «дорог*» fits every word that begins so, «дорого» that word alone; the words of a phrase
/// may have up to two others between them. All is folded (<see cref="Folding"/>); a word of seven letters may hold one typing error, of eleven two.
/// </summary>
internal sealed class StemSet
{
    private const char AnyEnding = '*';
    private const int LargestGap = 2;
    private readonly ILookup<char, Stem[]> _byFirstLetter;

    public StemSet(IEnumerable<string> phrases) =>
        _byFirstLetter = phrases.Select(Read).Where(phrase => phrase.Length > 0).ToLookup(phrase => phrase[0].Letters[0]);

    /// <summary>What is wrong with a phrase as it stands in the rules; null where nothing is.</summary>
    public static string? Fault(string phrase) =>
        Read(phrase).Length == 0 ? "has no letter"
        : phrase.Split(' ').Any(word => word.Length == 0 || word[..^1].Contains(AnyEnding, StringComparison.Ordinal)) ? "may have «*» at the end of a word only, and one blank between words"
        : phrase.Split(' ').Any(word => Folding.Words(word).Count != 1) ? "must be words of letters and digits"
        : null;

    /// <summary>How many of the phrases a text has, each counted where it begins.</summary>
    public int Count(IReadOnlyList<string> words)
    {
        var found = 0;
        for (var at = 0; at < words.Count; at++)
            found += BeginsAt(words, at) ? 1 : 0;
        return found;
    }

    /// <summary>Whether one of the phrases begins with the word at that place.</summary>
    public bool BeginsAt(IReadOnlyList<string> words, int at)
    {
        foreach (var phrase in _byFirstLetter[words[at][0]])
        {
            if (Fits(phrase, words, at))
                return true;
        }

        return false;
    }

    private static Stem[] Read(string phrase) =>
        [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Folding.Words(word).Select(letters => new Stem(letters, word.EndsWith(AnyEnding))))];

    private static bool Fits(Stem[] phrase, IReadOnlyList<string> words, int at)
    {
        if (!phrase[0].Fits(words[at]))
            return false;
        foreach (var stem in phrase.AsSpan(1))
        {
            var end = Math.Min(at + 1 + LargestGap, words.Count - 1);
            do
                at++;
            while (at <= end && !stem.Fits(words[at]));
            if (at > end)
                return false;
        }

        return true;
    }

    private readonly record struct Stem(string Letters, bool Open)
    {
        public bool Fits(string word)
        {
            if (Open ? word.StartsWith(Letters, StringComparison.Ordinal) : word == Letters)
                return true;
            var errors = Letters.Length switch { < 7 => 0, < 11 => 1, _ => 2 };
            if (errors == 0 || word[0] != Letters[0])
                return false;
            if (!Open)
                return EditDistance.Between(Letters, word, errors) <= errors;

            // An error lies inside: the last letter counts, or a stem would be taken for another that is one letter shorter.
            for (var length = Letters.Length - errors; length <= Math.Min(Letters.Length + errors, word.Length); length++)
            {
                if (word[length - 1] == Letters[^1] && EditDistance.Between(Letters, word.AsSpan(0, length), errors) <= errors)
                    return true;
            }

            return false;
        }
    }
}
