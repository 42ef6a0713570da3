using Bot.Survey.Dialogs;

namespace Bot.Channels.Telegram;

/// <summary>Shows cards: in a chat one after another and only the newest, edited in place where that can be, within the limits.</summary>
internal sealed partial class TelegramSender(TelegramApi api, ChatLanes lanes, RateGovernor governor, TimeProvider time, ILogger<TelegramSender> logger) : IHostedService, IDisposable
{
    /// <summary>How long a card may wait for its place; what would wait longer is shown later by the sweep.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How long to leave Telegram alone after a fault of its own.</summary>
    public static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    /// <summary>When to try again what Telegram refuses: only another program, or another text, will change that.</summary>
    public static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);

    // Half of the connections, so that a slow Telegram leaves some to those who wait.
    private readonly SemaphoreSlim _announcing = new(TelegramApi.MaximumConnections / 2);

    /// <summary>Shows a card that a person waits for; the task is done when Telegram has answered, and never fails.</summary>
    public Task<Delivery> ReplyAsync(long chatId, Card card, long? editId) => Enter(chatId, new Showing(card, editId));

    /// <summary>Sends a card that nobody waits for: the others go first.</summary>
    /// <param name="until">From then on it is not sent any more; null: whenever it can be.</param>
    public async Task<Delivery> AnnounceAsync(long chatId, Card card, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (!governor.TryTakeBulkPlace(Patience, out var wait))
        {
            return Later(time.GetUtcNow() + wait);
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        await _announcing.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (now >= until || governor.BulkPausedUntil > now)
            {
                return Later(now >= until ? now : governor.BulkPausedUntil);
            }

            return await SendAloneAsync(lanes.Use(chatId), card);
        }
        finally
        {
            _announcing.Release();
        }
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

    public void Dispose() => _announcing.Dispose();

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

    /// <summary>Sends a card to a chat in which nothing else happens: it must neither take the place of a card that is waited for nor be replaced by one.</summary>
    private async Task<Delivery> SendAloneAsync(ChatLane lane, Card card)
    {
        try
        {
            if (lane.UnderWay is not null)
            {
                return Later(time.GetUtcNow() + Patience);
            }

            return governor.TryReserve(lane, countsForBot: false, TimeSpan.Zero, out var wait)
                ? Settle(lane, await api.SendAsync(lane.ChatId, card))
                : Later(time.GetUtcNow() + wait);
        }
        finally
        {
            lane.EndUse();
        }
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
        if (!governor.TryReserve(lane, countsForBot: true, Patience, out var wait))
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
                return Later(time.GetUtcNow() + AfterRefusal) with { IsRefused = true };
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
