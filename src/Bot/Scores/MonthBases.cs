using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>How many people stand behind every unit of a form on each day of a month (<see cref="FormTally.Bases"/>): what blocks of days are cut by.</summary>
internal sealed class MonthBases(FormLayout layout)
{
    private const int Days = 31;
    private readonly long[] _counts = new long[Days * layout.BaseCount];

    public bool IsEmpty => !_counts.AsSpan().ContainsAnyExcept(0);

    public void Add(int day, FormTally tally)
    {
        var of = _counts.AsSpan(((day % 100) - 1) * layout.BaseCount, layout.BaseCount);
        foreach (var (unit, people) in tally.Bases().Index())
            of[unit] += people;
    }

    public void Merge(MonthBases other, int sign)
    {
        for (var i = 0; i < _counts.Length; i++)
            _counts[i] += sign * other._counts[i];
    }

    /// <summary>What is stored, with this added.</summary>
    public byte[] AddedTo(byte[]? stored)
    {
        var sum = Read(layout, stored);
        sum.Merge(this, 1);
        return CountBytes.Write(TallyBytes.MarkOf(layout), sum._counts);
    }

    /// <summary>The stored ones; those of nobody where they are of another layout.</summary>
    public static MonthBases Read(FormLayout layout, ReadOnlySpan<byte> stored)
    {
        var bases = new MonthBases(layout);
        var counts = CountBytes.Read(TallyBytes.MarkOf(layout), stored);
        while (counts.Next())
            bases._counts[counts.Place] = counts.Count;
        return bases;
    }

    /// <summary>The days on which somebody rated, in their order.</summary>
    /// <param name="month">The month that they are of.</param>
    public static List<(int Day, long[] Bases)> ReadDays(FormLayout layout, int month, ReadOnlySpan<byte> stored)
    {
        var days = new List<(int Day, long[] Bases)>(Days);
        var counts = CountBytes.Read(TallyBytes.MarkOf(layout), stored);
        while (counts.Next())
        {
            var (day, unit) = Math.DivRem(counts.Place, layout.BaseCount);
            if (days.Count == 0 || days[^1].Day != month + 1 + day)
                days.Add((month + 1 + day, new long[layout.BaseCount]));
            days[^1].Bases[unit] = counts.Count;
        }

        return days;
    }
}
