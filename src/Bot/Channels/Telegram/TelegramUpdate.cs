using Bot.Conversations;

namespace Bot.Channels.Telegram;

/// <summary>What is of use in one update of the Bot API.</summary>
/// <param name="Id">Its <c>update_id</c>: the same on redelivery, not ordered.</param>
/// <param name="ChatId">The private chat it came from; 0 where the update is of no use.</param>
/// <param name="Payload">What the person did; null where the update is of no use.</param>
/// <param name="LanguageHint">The client's language code.</param>
/// <param name="CallbackId">The callback query to be answered, or null.</param>
/// <param name="MessageId">The message whose button was pressed, or null.</param>
internal readonly record struct TelegramUpdate(
    long Id,
    long ChatId = 0,
    MessagePayload? Payload = null,
    string? LanguageHint = null,
    string? CallbackId = null,
    long? MessageId = null);
