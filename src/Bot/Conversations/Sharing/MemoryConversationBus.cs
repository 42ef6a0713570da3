namespace Bot.Conversations.Sharing;

internal sealed class MemoryConversationBus : IConversationBus
{
    private readonly Subscribers _subscribers = new();

    public void Publish(string conversationId) => _subscribers.Call(conversationId);

    public IDisposable Subscribe(string conversationId, Action changed) => _subscribers.Add(conversationId, changed);
}
