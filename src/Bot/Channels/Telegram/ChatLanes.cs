using System.Collections.Concurrent;

namespace Bot.Channels.Telegram;

/// <summary>The chats in which something happens, or did a moment ago.</summary>
internal sealed class ChatLanes(TimeProvider time)
{
    private const int FewUses = 4096;
    private readonly ConcurrentDictionary<long, ChatLane> _lanes = new();
    private int _usesUntilSweep = FewUses;

    public int Count => _lanes.Count;

    /// <summary>The cards under way at this moment.</summary>
    public IEnumerable<Task> UnderWay => _lanes.Values.Select(lane => lane.UnderWay).OfType<Task>();

    /// <summary>The chat's lane; to be given back by <see cref="ChatLane.EndUse"/>.</summary>
    public ChatLane Use(long chatId)
    {
        if (Interlocked.Decrement(ref _usesUntilSweep) == 0)
        {
            Sweep();
        }

        while (true)
        {
            var lane = _lanes.GetOrAdd(chatId, static id => new ChatLane(id));
            if (lane.TryUse())
            {
                return lane;
            }

            _lanes.TryRemove(KeyValuePair.Create(chatId, lane));
        }
    }

    // Now and then, so that each use bears the cost of looking at about one lane.
    private void Sweep()
    {
        var now = time.GetUtcNow().Ticks;
        var left = 0;
        foreach (var (chatId, lane) in _lanes)
        {
            if (lane.TryRetire(now))
            {
                _lanes.TryRemove(KeyValuePair.Create(chatId, lane));
            }
            else
            {
                left++;
            }
        }

        Volatile.Write(ref _usesUntilSweep, Math.Max(FewUses, left));
    }
}
