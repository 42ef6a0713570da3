namespace Bot.Survey.Catalogue.Matching;

/// <summary>Finds documents (services, regions) by the phrases that name them.</summary>
/// <remarks>
/// A document's score is the sum over the typed words of rarity × quality × weight of the phrase, raised where one phrase is matched as a whole.
/// Rarity follows from how many documents a typed word fits. Everything is prepared in the constructor; safe for concurrent use.
/// </remarks>
internal sealed class PhraseIndex
{
    private const int MostWords = 24;
    private const double WorthShowing = 0.35;

    private readonly Vocabulary _vocabulary = new();
    private readonly List<List<(int Document, double Weight)>> _postings = [];
    private readonly Dictionary<string, List<int>> _whole = [];
    private readonly List<int[]>[] _phrases;
    private readonly HashSet<string> _ignored;

    /// <param name="documents">The phrases of each document, with a weight up to 1.</param>
    /// <param name="ignored">Words that say nothing about what is meant.</param>
    public PhraseIndex(IReadOnlyList<IEnumerable<(string Phrase, double Weight)>> documents, IEnumerable<string> ignored)
    {
        _ignored = [.. ignored.SelectMany(Folding.Words)];
        _phrases = [.. documents.Select(_ => new List<int[]>())];
        for (var document = 0; document < documents.Count; document++)
        {
            foreach (var (phrase, weight) in documents[document])
            {
                Add(document, Folding.Words(phrase), weight);
            }
        }
    }

    /// <summary>The documents that fit, best first; equal ones in their own order.</summary>
    public IReadOnlyList<(int Document, MatchStrength Strength)> Find(string query)
    {
        var words = Folding.Words(query);
        var exact = _whole.GetValueOrDefault(string.Concat(words)) ?? [];
        var typed = Telling(words);
        var scores = new Scores(_phrases.Length, _vocabulary.Count);
        foreach (var word in typed)
        {
            scores.Add(_vocabulary.Match(word), _postings);
        }

        var ranked = Enumerable.Range(0, _phrases.Length)
            .Where(document => exact.Contains(document) || scores.IsAnswer(document, typed.Count))
            .Select(document => (Document: document, IsExact: exact.Contains(document), Score: scores.Of(document, _phrases[document])))
            .OrderByDescending(hit => hit.IsExact).ThenByDescending(hit => hit.Score).ThenBy(hit => hit.Document)
            .ToList();
        var least = WorthShowing * ranked.Select(hit => hit.Score).DefaultIfEmpty().Max();
        return [.. ranked.Where(hit => hit.IsExact || hit.Score >= least).Select(hit => (hit.Document, hit.IsExact ? MatchStrength.Exact : scores.StrengthOf(hit.Document)))];
    }

    private void Add(int document, IReadOnlyList<string> words, double weight)
    {
        if (words.Count == 0)
        {
            return;
        }

        var whole = string.Concat(words);
        if (!_whole.TryGetValue(whole, out var named))
        {
            _whole[whole] = named = [];
        }

        if (!named.Contains(document))
        {
            named.Add(document);
        }

        var telling = words.Where(IsTelling).Select(_vocabulary.Add).Distinct().ToArray();
        foreach (var word in telling)
        {
            Post(word, document, weight);
        }

        if (telling.Length > 0)
        {
            _phrases[document].Add(telling);
        }
    }

    private void Post(int word, int document, double weight)
    {
        while (_postings.Count <= word)
        {
            _postings.Add([]);
        }

        var postings = _postings[word];
        var at = postings.FindIndex(posting => posting.Document == document);
        if (at < 0)
        {
            postings.Add((document, weight));
        }
        else
        {
            postings[at] = (document, Math.Max(weight, postings[at].Weight));
        }
    }

    /// <summary>The words to search by, with those that a person wrote apart («көп балалы») also put together.</summary>
    private List<string> Telling(IReadOnlyList<string> words)
    {
        var telling = words.Where(IsTelling);
        var joined = words.Zip(words.Skip(1), string.Concat).Where(_vocabulary.Contains);
        return [.. telling.Concat(joined).Distinct().Take(MostWords)];
    }

    private bool IsTelling(string word) => word.Length > 1 && !_ignored.Contains(word);
}
