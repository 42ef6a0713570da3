namespace Bot.Conversations;

/// <summary>Whether a person can be written to who does not wait for an answer.</summary>
/// <param name="Key">Where; null: nowhere, the address is not known or not wanted.</param>
/// <param name="Now">Whether a card would be seen now; a web chat is shown to nobody who is away.</param>
internal readonly record struct Reach(ConversationKey? Key, bool Now);
