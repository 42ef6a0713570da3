namespace Bot.Conversations.Sharing;

/// <summary>The callbacks of this process, by conversation.</summary>
internal sealed class Subscribers
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Action>> _callbacks = new(StringComparer.Ordinal);

    public IDisposable Add(string conversationId, Action changed)
    {
        lock (_lock)
        {
            if (!_callbacks.TryGetValue(conversationId, out var callbacks))
                _callbacks[conversationId] = callbacks = [];
            callbacks.Add(changed);
        }

        return new Subscription(this, conversationId, changed);
    }

    public void Call(string conversationId)
    {
        Action[] callbacks;
        lock (_lock)
        {
            if (!_callbacks.TryGetValue(conversationId, out var found))
                return;
            callbacks = [.. found];
        }

        foreach (var changed in callbacks)
            changed();
    }

    private void Remove(string conversationId, Action changed)
    {
        lock (_lock)
        {
            if (_callbacks.TryGetValue(conversationId, out var callbacks) && callbacks.Remove(changed) && callbacks.Count == 0)
                _callbacks.Remove(conversationId);
        }
    }

    private sealed class Subscription(Subscribers subscribers, string conversationId, Action changed) : IDisposable
    {
        public void Dispose() => subscribers.Remove(conversationId, changed);
    }
}
