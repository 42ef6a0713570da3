using Bot.Survey.Dialogs;

namespace Bot.Channels.Telegram;

/// <summary>Shows cards: in a chat one after another and only the newest, edited in place where that can be, within the limits.</summary>
internal sealed partial class TelegramSender(TelegramApi api, ChatLanes lanes, RateGovernor governor, TimeProvider time, ILogger<TelegramSender> logger) : IHostedService
{
    /// <summary>How long a card may wait for its place; what would wait longer is shown later by the sweep.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How long to leave Telegram alone after a fault of its own.</summary>
    public static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    /// <summary>When to try again what Telegram refuses: only another program, or another text, will change that.</summary>
    public static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);

    /// <summary>Shows a card that a person waits for; the task is done when Telegram has answered, and never fails.</summary>
    public Task<Delivery> ReplyAsync(long chatId, Card card, long? editId) => Enter(chatId, new Showing(card, editId, bulk: false));

    /// <summary>Sends a card that nobody waits for: the others go first.</summary>
    public async Task<Delivery> AnnounceAsync(long chatId, Card card, CancellationToken cancellationToken)
    {
        if (!governor.TryTakeBulkPlace(Patience, out var wait))
        {
            return Later(time.GetUtcNow() + wait);
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        return await Enter(chatId, new Showing(card, editId: null, bulk: true));
    }

    /// <summary>Takes the buttons off an old message, if that costs nothing; whether it worked does not matter.</summary>
    public void Retire(long chatId, long messageId)
    {
        var lane = lanes.Use(chatId);
        if (governor.TryReserve(lane, countsForBot: true, TimeSpan.Zero, out _))
        {
            _ = api.RemoveButtonsAsync(chatId, messageId);
        }

        lane.EndUse();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sees off the cards that are under way.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(lanes.UnderWay).WaitAsync(cancellationToken);

    private Task<Delivery> Enter(long chatId, Showing showing)
    {
        var lane = lanes.Use(chatId);
        if (lane.Enter(showing, out var result))
        {
            _ = RunAsync(lane, showing);
        }
        else
        {
            lane.EndUse();
        }

        return result;
    }

    private async Task RunAsync(ChatLane lane, Showing showing)
    {
        for (Showing? next = showing; next is not null;)
        {
            var (done, delivery) = await InTurnAsync(lane, next);
            var shownId = TelegramChat.MessageOf(delivery.CardRef);
            next = lane.Leave(sentId: shownId == done.EditId ? null : shownId);
            done.TrySetResult(delivery);
        }

        lane.EndUse();
    }

    /// <summary>Waits for the card's place; a newer card that came meanwhile is shown in its stead.</summary>
    private async Task<(Showing Shown, Delivery Delivery)> InTurnAsync(ChatLane lane, Showing showing)
    {
        if (!governor.TryReserve(lane, countsForBot: !showing.Bulk, Patience, out var wait))
        {
            TelegramMetrics.Throttled.Inc();
            return (showing, Later(time.GetUtcNow() + wait));
        }

        if (wait > TimeSpan.Zero)
        {
            TelegramMetrics.Throttled.Inc();
            await Task.Delay(wait, time);
            showing = lane.Newest(showing);
        }

        try
        {
            return (showing, await DeliverAsync(lane, showing));
        }
        catch (Exception fault)
        {
            Log.CannotShow(logger, fault);
            return (showing, Later(time.GetUtcNow() + AfterFault) with { MayHaveArrived = true });
        }
    }

    private async Task<Delivery> DeliverAsync(ChatLane lane, Showing showing)
    {
        if (showing.EditId is { } editId)
        {
            var edited = await api.EditAsync(lane.ChatId, editId, showing.Card);
            if (edited.Outcome == ApiOutcome.Fault)
            {
                edited = await api.EditAsync(lane.ChatId, editId, showing.Card);
            }

            if (edited.Outcome != ApiOutcome.NoMessage)
            {
                return Settle(lane, edited with { MessageId = editId });
            }

            TelegramMetrics.Sent(ApiOutcome.NoMessage);
        }

        // Not tried twice: a message whose answer was lost may have arrived.
        return Settle(lane, await api.SendAsync(lane.ChatId, showing.Card));
    }

    private Delivery Settle(ChatLane lane, ApiAnswer answer)
    {
        TelegramMetrics.Sent(answer.Outcome);
        switch (answer.Outcome)
        {
            case ApiOutcome.Done or ApiOutcome.NotModified:
                return new Delivery(DeliveryStatus.Shown, TelegramChat.Text(answer.MessageId));
            case ApiOutcome.Gone:
                return new Delivery(DeliveryStatus.Gone);
            case ApiOutcome.TooMany:
                return Later(governor.Pause(lane, answer.RetryAfter));
            case ApiOutcome.Fault:
                return Later(time.GetUtcNow() + AfterFault) with { MayHaveArrived = true };
            default:
                Log.Refused(logger, answer.Code, answer.Description);
                return Later(time.GetUtcNow() + AfterRefusal);
        }
    }

    private static Delivery Later(DateTimeOffset notBefore) => new(DeliveryStatus.Later, NotBefore: notBefore);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A card could not be shown in Telegram; it is shown later.")]
        public static partial void CannotShow(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refused a message: {Code} {Description}")]
        public static partial void Refused(ILogger logger, int code, string? description);
    }
}
