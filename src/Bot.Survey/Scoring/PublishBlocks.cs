namespace Bot.Survey.Scoring;

/// <summary>
/// Cuts time into blocks of whole days such that whatever a reader subtracts, from one period another or from all time a period, every unit of every
/// form is left with nobody or with enough people; units that few people rated in all time aside, for they are hidden everywhere.
/// </summary>
public static class PublishBlocks
{
    /// <summary>The blocks that periods may be made of: consecutive, from the first day on.</summary>
    /// <typeparam name="TKey">What is counted apart (service and form).</typeparam>
    /// <param name="days">Tallies in the order of days; a day may come several times, with another key each time.</param>
    /// <param name="whole">What is shown for all time; every day counted in it.</param>
    /// <param name="gate">The thresholds.</param>
    public static IReadOnlyList<(DateOnly First, DateOnly Last)> Of<TKey>(
        IEnumerable<(DateOnly Day, TKey Key, FormTally Tally)> days, IReadOnlyDictionary<TKey, FormTally> whole, PublishGate gate)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(gate);
        var rest = whole.ToDictionary(tally => tally.Key, tally => Copy(tally.Value));
        var (blocks, sums) = (new List<(DateOnly First, DateOnly Last)>(), new List<Dictionary<TKey, FormTally>>());
        var (open, first) = (new Dictionary<TKey, FormTally>(), default(DateOnly?));
        foreach (var day in days.GroupBy(day => day.Day).OrderBy(day => day.Key))
        {
            first ??= day.Key;
            Add(open, day.Select(tally => KeyValuePair.Create(tally.Key, tally.Tally)));
            if (open.Values.Sum(tally => tally.Respondents) < gate.MinimumToShow || HasFew(open, whole, gate))
            {
                continue;
            }

            blocks.Add((first.Value, day.Key));
            sums.Add(open);
            Add(rest, open, -1);
            (open, first) = ([], null);
        }

        // What is left of all time after the last block must be nobody or enough.
        while (blocks.Count > 0 && HasFew(rest, whole, gate))
        {
            Add(rest, sums[^1]);
            blocks.RemoveAt(blocks.Count - 1);
            sums.RemoveAt(sums.Count - 1);
        }

        return blocks;
    }

    private static FormTally Copy(FormTally tally) => new(tally.Layout, tally.Counts);

    private static void Add<TKey>(Dictionary<TKey, FormTally> sums, IEnumerable<KeyValuePair<TKey, FormTally>> tallies, int sign = 1)
        where TKey : notnull
    {
        foreach (var (key, tally) in tallies)
        {
            if (!sums.TryGetValue(key, out var sum))
            {
                sums[key] = sum = new FormTally(tally.Layout);
            }

            sum.Merge(tally, sign);
        }
    }

    private static bool HasFew<TKey>(Dictionary<TKey, FormTally> tallies, IReadOnlyDictionary<TKey, FormTally> whole, PublishGate gate)
        where TKey : notnull =>
        tallies.Any(tally => FormGate.HasFew(tally.Value, whole.GetValueOrDefault(tally.Key) ?? new FormTally(tally.Value.Layout), gate));
}
