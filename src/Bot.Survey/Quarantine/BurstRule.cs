namespace Bot.Survey.Quarantine;

/// <summary>Finds bursts: more submits than the limit within the window, from one link or one person.</summary>
/// <param name="Limit">Submits within a window that are nothing unusual, 1 or more.</param>
/// <param name="Window">Length of the window, both ends included.</param>
public sealed record BurstRule(int Limit, TimeSpan Window)
{
    /// <summary>Which of the submits belong to a burst: every member of every window that holds more than the limit.</summary>
    /// <param name="times">When they came, ascending.</param>
    /// <returns>For each time whether it belongs to one.</returns>
    public IReadOnlyList<bool> Find(IReadOnlyList<DateTimeOffset> times)
    {
        var members = new bool[times.Count];
        var (first, marked) = (0, 0);
        for (var last = 0; last < times.Count; last++)
        {
            while (times[last] - times[first] > Window)
                first++;
            if (last - first < Limit)
                continue;
            for (marked = Math.Max(marked, first); marked <= last; marked++)
                members[marked] = true;
        }

        return members;
    }
}
