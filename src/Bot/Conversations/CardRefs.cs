namespace Bot.Conversations;

/// <summary>Under which reference a channel has shown the newest card of a conversation, until the next turn saves it.</summary>
internal sealed class CardRefs
{
    private const int Kept = 10_000;
    private readonly RecentMap<string> _shown = new(Kept);

    public string? Find(string conversationId) => _shown.TryGet(conversationId, out var cardRef) ? cardRef : null;

    public void Set(string conversationId, string cardRef) => _shown.Set(conversationId, cardRef);

    public void Forget(string conversationId) => _shown.Remove(conversationId);
}
