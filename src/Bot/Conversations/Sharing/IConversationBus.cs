namespace Bot.Conversations.Sharing;

/// <summary>Tells whoever shows a conversation, in this process or in another one, that it has changed. May lose a message.</summary>
internal interface IConversationBus
{
    void Publish(string conversationId);

    /// <summary>Calls back on every change until the result is disposed. The callback must be quick and must not throw.</summary>
    IDisposable Subscribe(string conversationId, Action changed);
}
