using Bot.Conversations;
using Bot.Survey.Dialogs;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>Shows cards in Telegram to people who have not written just now.</summary>
internal sealed class TelegramChannel(IOptions<TelegramOptions> options, TelegramSender sender, TimeProvider time) : IChannel
{
    public string Name => ChannelNames.Telegram;

    public Task<Delivery> ShowAsync(ConversationKey conversation, Card card, string? editRef, CancellationToken cancellationToken) =>
        options.Value.IsOn
            ? sender.PushAsync(TelegramChat.IdOf(conversation), card, TelegramChat.MessageOf(editRef), cancellationToken)
            : Task.FromResult(new Delivery(DeliveryStatus.Later, NotBefore: time.GetUtcNow() + TelegramSender.AfterRefusal));
}
