namespace Bot.Conversations.Sharing;

/// <summary>Conversations as they were after their last turn. May forget anything at any moment, and may be out of date: the revisions in the database decide.</summary>
internal interface IConversationCache
{
    ValueTask<ConversationSnapshot?> GetAsync(string conversationId);

    ValueTask SetAsync(ConversationSnapshot snapshot);

    ValueTask RemoveAsync(string conversationId);
}
