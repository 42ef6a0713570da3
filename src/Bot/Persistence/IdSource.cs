using System.Security.Cryptography;

namespace Bot.Persistence;

/// <summary>Makes row ids: 41 bits of milliseconds since 2025, then 22 bits that begin at random in each millisecond and count up.</summary>
/// <remarks>Ids of one process only grow, also when its clock goes back; those of two replicas meet with a chance of 1 in 2 million within one millisecond, and then the key refuses the second.</remarks>
internal sealed class IdSource(TimeProvider time)
{
    private const int CounterBits = 22;
    private static readonly DateTimeOffset Epoch = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Lock _lock = new();
    private long _last;

    public long Next()
    {
        var milliseconds = (long)(time.GetUtcNow() - Epoch).TotalMilliseconds;
        // The upper half of the counter stays free for counting.
        var candidate = (milliseconds << CounterBits) | (long)RandomNumberGenerator.GetInt32(1 << (CounterBits - 1));
        lock (_lock)
            return _last = Math.Max(_last + 1, candidate);
    }
}
