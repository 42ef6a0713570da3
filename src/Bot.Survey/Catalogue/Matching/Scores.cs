namespace Bot.Survey.Catalogue.Matching;

/// <summary>What one query has found so far.</summary>
internal sealed class Scores(int documents, int words)
{
    private readonly double[] _sums = new double[documents];
    private readonly int[] _matched = new int[documents];
    private readonly int[] _guessed = new int[documents];
    private readonly double[] _byWord = new double[words];

    /// <summary>Counts one typed word.</summary>
    public void Add(IReadOnlyList<(int Word, double Quality)> matches, IReadOnlyList<List<(int Document, double Weight)>> postings)
    {
        var best = new double[documents];
        var sure = new bool[documents];
        foreach (var (word, quality) in matches)
        {
            _byWord[word] = Math.Max(_byWord[word], quality);
            foreach (var (document, weight) in postings[word])
            {
                best[document] = Math.Max(best[document], quality * weight);
                sure[document] |= quality >= Vocabulary.Sure;
            }
        }

        var top = best.Max();
        if (top == 0)
        {
            return;
        }

        var rarity = Math.Log(1 + (documents / best.Sum(quality => quality / top)));
        for (var document = 0; document < documents; document++)
        {
            if (best[document] > 0)
            {
                _sums[document] += rarity * best[document];
                _matched[document]++;
                _guessed[document] += sure[document] ? 0 : 1;
            }
        }
    }

    /// <summary>Whether enough of the typed words fit: a third, or a half where all are guesses.</summary>
    public bool IsAnswer(int document, int typed) =>
        _matched[document] > 0 && _matched[document] * (_guessed[document] == _matched[document] ? 2 : 3) >= typed;

    public MatchStrength StrengthOf(int document) => _guessed[document] == 0 ? MatchStrength.Prefix : MatchStrength.Fuzzy;

    public double Of(int document, IReadOnlyList<int[]> phrases)
    {
        var covered = 0.0;
        foreach (var phrase in phrases)
        {
            var sum = 0.0;
            foreach (var word in phrase)
            {
                sum += _byWord[word];
            }

            covered = Math.Max(covered, sum / phrase.Length);
        }

        return _sums[document] * (1 + (0.5 * covered));
    }
}
