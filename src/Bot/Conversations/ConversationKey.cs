namespace Bot.Conversations;

/// <summary>Where a conversation takes place: the channel's name and the chat's id on it, as the channel knows it.</summary>
internal readonly record struct ConversationKey(string Channel, string ChatId);
