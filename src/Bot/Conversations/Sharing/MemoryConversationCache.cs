namespace Bot.Conversations.Sharing;

/// <summary>For a process of its own: the conversations used last.</summary>
internal sealed class MemoryConversationCache : IConversationCache
{
    // About 4 kB each, at most twice as many.
    private const int Kept = 5000;
    private readonly RecentMap<ConversationSnapshot> _snapshots = new(Kept);

    public ValueTask<ConversationSnapshot?> GetAsync(string conversationId) =>
        new(_snapshots.TryGet(conversationId, out var snapshot) ? snapshot : null);

    public ValueTask SetAsync(ConversationSnapshot snapshot)
    {
        _snapshots.Set(snapshot.Row.Id, snapshot);
        return default;
    }

    public ValueTask RemoveAsync(string conversationId)
    {
        _snapshots.Remove(conversationId);
        return default;
    }
}
