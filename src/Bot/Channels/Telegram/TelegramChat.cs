using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bot.Conversations;

namespace Bot.Channels.Telegram;

/// <summary>Chat and message ids as the conversations write them: decimal texts.</summary>
internal static class TelegramChat
{
    public static ConversationKey KeyOf(long chatId) => new(ChannelNames.Telegram, Text(chatId));

    public static long IdOf(ConversationKey conversation) => long.Parse(conversation.ChatId, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [return: NotNullIfNotNull(nameof(id))]
    public static string? Text(long? id) => id?.ToString(CultureInfo.InvariantCulture);

    public static long? MessageOf(string? cardRef) =>
        long.TryParse(cardRef, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
