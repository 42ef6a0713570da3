using Bot.Conversations;

namespace Bot.Channels.Telegram;

/// <summary>Takes an update through its turn: save, then show the card, then settle what became of it.</summary>
internal sealed partial class TelegramTurns(
    IConversationRunner runner, TelegramSender sender, FileSender files, ChatLanes lanes, FailedUpdates failures, TimeProvider time, ILogger<TelegramTurns> logger)
{
    /// <summary>How long an update waits for its card: it is acknowledged then, and the card goes on by itself.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Runs the turn. Done when it is saved and its card was shown or given up, or after two seconds of trying.</summary>
    /// <returns>Whether the update is settled; false: it failed and is to come again.</returns>
    public async Task<bool> TryRunAsync(TelegramUpdate update, CancellationToken cancellationToken)
    {
        if (update.Payload is null)
        {
            TelegramMetrics.Ignored.Inc();
            return true;
        }

        try
        {
            await RunAsync(update, update.Payload, cancellationToken);
            TelegramMetrics.Handled.Inc();
            failures.Succeeded(update.Id);
            return true;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return failures.Add(update.Id, fault);
        }
    }

    private async Task RunAsync(TelegramUpdate update, MessagePayload payload, CancellationToken cancellationToken)
    {
        var message = new IncomingMessage(
            TelegramChat.KeyOf(update.ChatId), TelegramChat.Text(update.Id), payload, update.LanguageHint, TelegramChat.Text(update.MessageId));
        var lane = lanes.Use(update.ChatId);
        Task shown;
        try
        {
            await lane.Turn.WaitAsync(cancellationToken);
            try
            {
                shown = ShowAsync(message, update.ChatId, await runner.RunAsync(message, cancellationToken));
            }
            finally
            {
                lane.Turn.Release();
            }
        }
        finally
        {
            lane.EndUse();
        }

        if (!shown.IsCompleted)
        {
            await shown.WaitAsync(Patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ShowAsync(IncomingMessage message, long chatId, TurnReply reply)
    {
        if (TelegramChat.MessageOf(reply.RetireRef) is { } retired)
        {
            sender.Retire(chatId, retired);
        }

        if (reply.Card is null)
        {
            return;
        }

        try
        {
            await SettleAsync(message, await sender.ReplyAsync(chatId, reply.Card, TelegramChat.MessageOf(reply.EditRef)));
            if (reply.Attachment is { } file && await files.SendAsync(chatId, file, reply.Card.Language) == ApiOutcome.Gone)
                await BlockedAsync(message);
        }
        catch (Exception fault)
        {
            Log.CannotSettle(logger, fault);
        }
    }

    private async Task SettleAsync(IncomingMessage message, Delivery delivery)
    {
        switch (delivery.Status)
        {
            case DeliveryStatus.Shown when delivery.CardRef is not null:
                runner.CardShown(message.Conversation, delivery.CardRef);
                break;
            case DeliveryStatus.Later:
                await runner.CardDueAsync(message.Conversation, delivery.NotBefore ?? time.GetUtcNow(), CancellationToken.None);
                break;
            case DeliveryStatus.Gone:
                await BlockedAsync(message);
                break;
        }
    }

    private Task<TurnReply> BlockedAsync(IncomingMessage message) =>
        runner.RunAsync(message with { UpdateId = $"gone-{message.UpdateId}", Payload = new MessagePayload.Blocked(true) }, CancellationToken.None);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "What became of a card could not be saved; the person's next act shows it again.")]
        public static partial void CannotSettle(ILogger logger, Exception fault);
    }
}
