namespace Bot.Scores;

/// <summary>
/// Counts as they are stored: a mark of what they count, then variable-length numbers, of which runs of zeros take two bytes. Most cells hold few
/// responses, mostly of 5s.
/// </summary>
internal static class CountBytes
{
    private const int Most = 10;

    public static byte[] Write(uint mark, ReadOnlySpan<long> counts)
    {
        var bytes = new byte[sizeof(uint) + (counts.Length * Most)];
        BitConverter.TryWriteBytes(bytes, mark);
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

    /// <summary>Goes through the counts that are not zero; through none where they bear another mark.</summary>
    public static CountReader Read(uint mark, ReadOnlySpan<byte> bytes) =>
        new(bytes.Length > sizeof(uint) && BitConverter.ToUInt32(bytes) == mark ? bytes[sizeof(uint)..] : []);

    private static void Put(byte[] bytes, ref int at, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
            bytes[at++] = (byte)(number | 0x80);
        bytes[at++] = (byte)number;
    }
}

/// <summary>Stands on one count after the other.</summary>
internal ref struct CountReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public int Place { get; private set; } = -1;

    public long Count { get; private set; }

    public bool Next()
    {
        while (_at < _bytes.Length)
        {
            Place++;
            if (Take() is not 0 and var number)
            {
                Count = (long)(number >> 1) ^ -(long)(number & 1);
                return true;
            }

            Place += (int)Take() - 1;
        }

        return false;
    }

    private ulong Take()
    {
        for (var (number, shift) = (0UL, 0); ; shift += 7)
        {
            var next = _bytes[_at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }
    }
}
