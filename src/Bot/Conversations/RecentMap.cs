using System.Diagnostics.CodeAnalysis;

namespace Bot.Conversations;

/// <summary>A map that keeps at least the <paramref name="capacity"/> entries used last and at most twice as many.</summary>
/// <remarks>Two generations instead of a list by age: an entry that is used moves to the young one, and when that is full the old one goes whole.</remarks>
internal sealed class RecentMap<TValue>(int capacity)
{
    private readonly Lock _lock = new();
    private Dictionary<string, TValue> _young = new(StringComparer.Ordinal);
    private Dictionary<string, TValue> _old = new(StringComparer.Ordinal);

    public bool TryGet(string key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_lock)
        {
            if (_young.TryGetValue(key, out value))
                return true;
            if (!_old.Remove(key, out value))
                return false;
            Add(key, value);
            return true;
        }
    }

    public void Set(string key, TValue value)
    {
        lock (_lock)
        {
            _old.Remove(key);
            Add(key, value);
        }
    }

    public void Remove(string key)
    {
        lock (_lock)
        {
            _young.Remove(key);
            _old.Remove(key);
        }
    }

    private void Add(string key, TValue value)
    {
        _young[key] = value;
        if (_young.Count < capacity)
            return;
        _old = _young;
        _young = new(StringComparer.Ordinal);
    }
}
