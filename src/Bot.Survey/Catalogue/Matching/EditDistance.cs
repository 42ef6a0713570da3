namespace Bot.Survey.Catalogue.Matching;

/// <summary>Damerau–Levenshtein distance (optimal string alignment): letters wrong, missing, doubled or swapped with a neighbour.</summary>
internal static class EditDistance
{
    /// <summary>Longer words are taken to be further apart than any limit.</summary>
    public const int Longest = 40;

    /// <summary>
    /// The least number of errors between <paramref name="typed"/> and a beginning of <paramref name="word"/> (if <paramref name="toPrefix"/>)
    /// or all of it; more than <paramref name="limit"/> where there are more.
    /// </summary>
    public static int Between(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int limit, bool toPrefix = false)
    {
        if (word.Length > typed.Length + limit)
        {
            if (!toPrefix)
            {
                return limit + 1;
            }

            word = word[..(typed.Length + limit)];
        }

        if (typed.Length > word.Length + limit || typed.Length > Longest)
        {
            return limit + 1;
        }

        var width = word.Length + 1;
        Span<int> cells = stackalloc int[3 * (Longest + 4)];
        var before = cells[..width];
        var above = cells.Slice(Longest + 4, width);
        var row = cells.Slice(2 * (Longest + 4), width);
        for (var j = 0; j < width; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            if (FillRow(typed, word, i, before, above, row) > limit)
            {
                return limit + 1;
            }

            var free = before;
            before = above;
            above = row;
            row = free;
        }

        return toPrefix ? Least(above) : above[^1];
    }

    private static int FillRow(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int i, ReadOnlySpan<int> before, ReadOnlySpan<int> above, Span<int> row)
    {
        var least = row[0] = i;
        for (var j = 1; j < row.Length; j++)
        {
            var change = above[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1);
            var cell = Math.Min(change, 1 + Math.Min(above[j], row[j - 1]));
            if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
            {
                cell = Math.Min(cell, before[j - 2] + 1);
            }

            row[j] = cell;
            least = Math.Min(least, cell);
        }

        return least;
    }

    private static int Least(ReadOnlySpan<int> cells)
    {
        var least = cells[0];
        foreach (var cell in cells)
        {
            least = Math.Min(least, cell);
        }

        return least;
    }
}
