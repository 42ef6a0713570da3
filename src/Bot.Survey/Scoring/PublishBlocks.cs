namespace Bot.Survey.Scoring;

/// <summary>
/// Cuts time into blocks of whole days such that whatever a reader subtracts, from one period another or from all time a period, every unit of every
/// form is left with nobody or with enough people; units that few people rated in all time aside, for they are hidden everywhere.
/// </summary>
public static class PublishBlocks
{
    /// <summary>The blocks that periods may be made of: consecutive, from the first day on.</summary>
    /// <typeparam name="TKey">What is counted apart (a form).</typeparam>
    /// <param name="days">The number of people behind every unit (<see cref="FormTally.Bases"/>), in the order of days; a day may come several times, with another key each time.</param>
    /// <param name="whole">Those shown for all time; every day counted in them.</param>
    /// <param name="gate">The thresholds.</param>
    public static IReadOnlyList<(DateOnly First, DateOnly Last)> Of<TKey>(
        IEnumerable<(DateOnly Day, TKey Key, long[] Bases)> days, IReadOnlyDictionary<TKey, long[]> whole, PublishGate gate)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(gate);
        var rest = whole.ToDictionary(bases => bases.Key, bases => bases.Value.ToArray());
        var blocks = new List<(DateOnly First, DateOnly Last, Dictionary<TKey, long[]> Bases)>();
        var (open, first, last) = (new Dictionary<TKey, long[]>(), default(DateOnly?), default(DateOnly));
        foreach (var (day, key, bases) in days)
        {
            if (first is not null && day != last)
            {
                Close();
            }

            (first, last) = (first ?? day, day);
            Add(open, key, bases, 1);
        }

        if (first is not null)
        {
            Close();
        }

        // What is left of all time after the last block must be nobody or enough.
        while (blocks.Count > 0 && HasFew(rest, whole, gate))
        {
            AddAll(rest, blocks[^1].Bases, 1);
            blocks.RemoveAt(blocks.Count - 1);
        }

        return blocks.ConvertAll(block => (block.First, block.Last));

        void Close()
        {
            if (open.Values.Sum(bases => bases[0]) < gate.MinimumToShow || HasFew(open, whole, gate))
            {
                return;
            }

            blocks.Add((first.GetValueOrDefault(), last, open));
            AddAll(rest, open, -1);
            (open, first) = ([], null);
        }
    }

    private static void AddAll<TKey>(Dictionary<TKey, long[]> sums, Dictionary<TKey, long[]> bases, int sign)
        where TKey : notnull
    {
        foreach (var (key, added) in bases)
        {
            Add(sums, key, added, sign);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, long[]> sums, TKey key, long[] bases, int sign)
        where TKey : notnull
    {
        if (!sums.TryGetValue(key, out var sum))
        {
            sums[key] = sum = new long[bases.Length];
        }

        for (var i = 0; i < bases.Length; i++)
        {
            sum[i] += sign * bases[i];
        }
    }

    private static bool HasFew<TKey>(Dictionary<TKey, long[]> sums, IReadOnlyDictionary<TKey, long[]> whole, PublishGate gate)
        where TKey : notnull
    {
        foreach (var (key, bases) in sums)
        {
            var all = whole.GetValueOrDefault(key);
            for (var i = 0; i < bases.Length; i++)
            {
                if ((bases[i] < 0 || gate.IsFew(bases[i])) && !gate.IsFew(all?[i] ?? 0))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
