using System.Runtime.CompilerServices;
using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>A tally as it is stored, under the mark of its layout: some hundred bytes in the place of thirty rows.</summary>
internal static class TallyBytes
{
    private static readonly ConditionalWeakTable<FormLayout, Marked> Marks = [];

    public static byte[] Write(FormTally tally) => CountBytes.Write(MarkOf(tally.Layout), tally.Counts);

    /// <summary>The stored tally; that of nobody where it is of another layout: a rebuild counts it anew.</summary>
    public static FormTally Read(FormLayout layout, ReadOnlySpan<byte> bytes)
    {
        var tally = new FormTally(layout);
        AddTo(tally, bytes);
        return tally;
    }

    /// <summary>Adds a stored tally to another.</summary>
    public static void AddTo(FormTally tally, ReadOnlySpan<byte> bytes)
    {
        var counts = CountBytes.Read(MarkOf(tally.Layout), bytes);
        while (counts.Next())
            tally.Add(counts.Place, counts.Count);
    }

    /// <summary>The number of people behind every unit of a stored tally.</summary>
    public static long[] Bases(FormLayout layout, ReadOnlySpan<byte> bytes)
    {
        var bases = new long[layout.BaseCount];
        var counts = CountBytes.Read(MarkOf(layout), bytes);
        while (counts.Next() && counts.Place < layout.GroupedSlots)
            bases[layout.BaseOf(counts.Place)] += counts.Count;
        return bases;
    }

    /// <summary>Tells layouts apart.</summary>
    public static uint MarkOf(FormLayout layout) => Marks.GetValue(layout, Mark).Value;

    // Criteria, items and zones in their order, by FNV-1a.
    private static Marked Mark(FormLayout layout)
    {
        var mark = 2166136261;
        foreach (var letter in string.Join(';', layout.Criteria.Concat(layout.Zones).Select(group => $"{group.Id}={string.Join(',', group.Items)}")))
            mark = (mark ^ letter) * 16777619;
        return new Marked(mark);
    }

    private sealed record Marked(uint Value);
}
