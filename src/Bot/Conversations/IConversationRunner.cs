namespace Bot.Conversations;

/// <summary>Runs the turns of conversations: one at a time within a conversation, saved before they are answered.</summary>
internal interface IConversationRunner
{
    /// <summary>Runs one turn. Returns when it is committed. A repeated update changes nothing and gives the current card again.</summary>
    Task<TurnReply> RunAsync(IncomingMessage message, CancellationToken cancellationToken);

    /// <summary>The current card of a conversation without any change; null where there is none.</summary>
    Task<TurnReply> ShowAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Tells under which reference the channel has shown the newest card. Kept in memory and saved with the next turn.</summary>
    void CardShown(ConversationKey conversation, string cardRef);

    /// <summary>The newest card could not be shown: it is marked due and shown by the sweep, not before <paramref name="notBefore"/>.</summary>
    Task CardDueAsync(ConversationKey conversation, DateTimeOffset notBefore, CancellationToken cancellationToken);
}
