using System.Numerics;

namespace Bot.Survey.Catalogue.Matching;

/// <summary>All folded words of an index, and how a typed word finds them.</summary>
internal sealed class Vocabulary
{
    /// <summary>From this quality on, the typed word is taken to be the word itself or its beginning or stem, not a typing error.</summary>
    public const double Sure = 0.6;

    private const int LongestEnding = 6;

    private readonly List<string> _words = [];
    private readonly List<ulong> _letters = [];
    private readonly Dictionary<string, int> _ids = [];

    public int Count => _words.Count;

    public int Add(string word)
    {
        if (!_ids.TryGetValue(word, out var id))
        {
            id = _ids[word] = _words.Count;
            _words.Add(word);
            _letters.Add(Letters(word));
        }

        return id;
    }

    public bool Contains(string word) => _ids.ContainsKey(word);

    /// <summary>The words that <paramref name="typed"/> may stand for, each with a quality up to 1 for the very word.</summary>
    public List<(int Word, double Quality)> Match(string typed)
    {
        var matches = new List<(int, double)>();
        var found = false;
        for (var id = 0; id < _words.Count; id++)
        {
            var quality = SureQuality(typed, _words[id]);
            if (quality > 0)
            {
                matches.Add((id, quality));
                found |= quality == 1 || _words[id].StartsWith(typed, StringComparison.Ordinal);
            }
        }

        if (!found && !typed.Any(char.IsAsciiDigit))
        {
            AddFuzzy(typed, matches);
        }

        return matches;
    }

    private void AddFuzzy(string typed, List<(int Word, double Quality)> matches)
    {
        var letters = Letters(typed);
        for (var id = 0; id < _words.Count; id++)
        {
            var word = _words[id];
            var limit = Tolerance(Math.Max(typed.Length, word.Length));
            if (BitOperations.PopCount(letters & ~_letters[id]) > limit)
            {
                continue;
            }

            if (limit > 0 && EditDistance.Between(typed, word, limit) is var errors && errors <= limit)
            {
                matches.Add((id, 0.59 - (0.07 * errors)));
            }
            else if (typed.Length < word.Length && Tolerance(typed.Length) is var less and > 0
                && EditDistance.Between(typed, word, less, toPrefix: true) <= less)
            {
                matches.Add((id, 0.4));
            }
        }
    }

    private static double SureQuality(string typed, string word)
    {
        if (typed == word)
        {
            return 1;
        }

        var same = CommonPrefix(typed, word);
        if (typed.Any(char.IsAsciiDigit))
        {
            return same == typed.Length && same >= 3 ? 0.9 : 0;
        }

        if (same == typed.Length && same >= 2)
        {
            return 0.61 + (0.3 * same / word.Length);
        }

        if (same == word.Length && same >= 4 && typed.Length - same <= LongestEnding)
        {
            return 0.61 + (0.25 * same / typed.Length);
        }

        return same >= 5 && same >= 0.65 * Math.Max(typed.Length, word.Length) ? Sure : 0;
    }

    /// <summary>Which letters a word has, one bit each. One error brings in one foreign letter at most: most words are ruled out by this alone.</summary>
    private static ulong Letters(string word)
    {
        var letters = 0UL;
        foreach (var c in word)
        {
            letters |= 1UL << (c & 63);
        }

        return letters;
    }

    private static int CommonPrefix(string a, string b) => a.AsSpan().CommonPrefixLength(b);

    private static int Tolerance(int letters) => letters switch
    {
        < 5 => 0,
        < 9 => 1,
        _ => 2,
    };
}
