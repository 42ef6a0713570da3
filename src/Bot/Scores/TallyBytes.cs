using System.Runtime.CompilerServices;
using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>
/// A tally as it is stored: the layout's mark, then the counts as variable-length numbers, of which runs of zeros take two bytes. Most cells hold few
/// responses, mostly of 5s: some hundred bytes in the place of thirty rows.
/// </summary>
internal static class TallyBytes
{
    private const int Most = 10;
    private static readonly ConditionalWeakTable<FormLayout, Marked> Marks = [];

    public static byte[] Write(FormTally tally)
    {
        var counts = tally.Counts;
        var bytes = new byte[sizeof(uint) + (counts.Length * Most)];
        BitConverter.TryWriteBytes(bytes, MarkOf(tally.Layout));
        var at = sizeof(uint);
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] != 0)
            {
                Put(bytes, ref at, (ulong)((counts[i] << 1) ^ (counts[i] >> 63)));
                continue;
            }

            var run = counts[i..].IndexOfAnyExcept(0);
            run = run < 0 ? counts.Length - i : run;
            Put(bytes, ref at, 0);
            Put(bytes, ref at, (ulong)run);
            i += run - 1;
        }

        return bytes[..at];
    }

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
        if (!IsOf(tally.Layout, bytes))
            return;
        var at = sizeof(uint);
        for (var slot = 0; slot < tally.Layout.Slots; slot++)
        {
            if (Take(bytes, ref at) is not 0 and var number)
                tally.Add(slot, Signed(number));
            else
                slot += (int)Take(bytes, ref at) - 1;
        }
    }

    /// <summary>The number of people behind every unit of a stored tally.</summary>
    public static long[] Bases(FormLayout layout, ReadOnlySpan<byte> bytes)
    {
        var bases = new long[layout.BaseCount];
        if (!IsOf(layout, bytes))
            return bases;
        var at = sizeof(uint);
        for (var slot = 0; slot < layout.GroupedSlots; slot++)
        {
            if (Take(bytes, ref at) is not 0 and var number)
                bases[layout.BaseOf(slot)] += Signed(number);
            else
                slot += (int)Take(bytes, ref at) - 1;
        }

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

    private static bool IsOf(FormLayout layout, ReadOnlySpan<byte> bytes) => bytes.Length > sizeof(uint) && BitConverter.ToUInt32(bytes) == MarkOf(layout);

    private static long Signed(ulong number) => (long)(number >> 1) ^ -(long)(number & 1);

    private static void Put(byte[] bytes, ref int at, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
            bytes[at++] = (byte)(number | 0x80);
        bytes[at++] = (byte)number;
    }

    private static ulong Take(ReadOnlySpan<byte> bytes, ref int at)
    {
        for (var (number, shift) = (0UL, 0); ; shift += 7)
        {
            number |= (ulong)(bytes[at] & 0x7F) << shift;
            if (bytes[at++] < 0x80)
                return number;
        }
    }

    private sealed record Marked(uint Value);
}
