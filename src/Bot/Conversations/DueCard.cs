using Bot.Channels;
using Bot.Conversations.Turns;

namespace Bot.Conversations;

/// <summary>One attempt to show a due card. The attempt is claimed in the database first, so that replicas do not show it twice.</summary>
internal sealed partial class DueCard(TurnLoop loop, IConversationRunner runner, ContactBook contacts, CardRefs cardRefs, TimeProvider time, ILogger<DueCard> logger)
{
    private const int MaximumAttempts = 10;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    public async Task TryShowAsync(string conversationId, IChannel channel, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(conversationId, channel.Name, cancellationToken) is not { } claimed)
            return;
        var key = await contacts.FindAsync(conversationId, channel.Name, cancellationToken);
        var delivery = key is { } known ? await ShowAsync(channel, known, cancellationToken) : new Delivery(DeliveryStatus.Gone);
        await SettleAsync(key ?? new ConversationKey(channel.Name, ""), conversationId, claimed, delivery, cancellationToken);
    }

    /// <summary>When the next attempt is due; null: not due, or another replica was first.</summary>
    private async Task<DateTimeOffset?> ClaimAsync(string conversationId, string channel, CancellationToken cancellationToken)
    {
        DateTimeOffset? claimed = null;
        await loop.RunAsync(new ConversationKey(channel, ""), conversationId, updateId: null, turn =>
        {
            claimed = null;
            if (turn.Row.CardDueAt <= turn.Now)
            {
                claimed = turn.Row.CardDueAt = turn.Now + (FirstPause * (1 << turn.Row.CardDueAttempts));
                turn.Row.CardDueAttempts++;
            }

            return Task.CompletedTask;
        }, cancellationToken);
        return claimed;
    }

    private async Task<Delivery> ShowAsync(IChannel channel, ConversationKey key, CancellationToken cancellationToken)
    {
        var reply = await runner.ShowAsync(key, cancellationToken);
        if (reply.Card is null)
            return new Delivery(DeliveryStatus.Shown);
        try
        {
            return await channel.ShowAsync(key, reply.Card, reply.EditRef, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, fault, channel.Name);
            return new Delivery(DeliveryStatus.Later);
        }
    }

    private async Task SettleAsync(ConversationKey key, string conversationId, DateTimeOffset claimed, Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.CardRef is { } cardRef)
            cardRefs.Set(conversationId, cardRef);
        await loop.RunAsync(key, conversationId, updateId: null, async turn =>
        {
            // A turn came in between: its own card may have been overwritten by this older one, and is shown once more.
            if (turn.Row.CardDueAt != claimed)
            {
                if (delivery.Status == DeliveryStatus.Shown)
                    turn.Row.CardDueAt ??= turn.Now;
                return;
            }

            if (delivery.Status == DeliveryStatus.Gone)
                await contacts.BlockAsync(turn, blocked: true, cancellationToken);
            if (delivery.Status != DeliveryStatus.Later || turn.Row.CardDueAttempts >= MaximumAttempts)
                (turn.Row.CardDueAt, turn.Row.CardDueAttempts) = (null, 0);
            else if (delivery.NotBefore is { } notBefore && notBefore > time.GetUtcNow())
                turn.Row.CardDueAt = notBefore;
        }, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A due card could not be shown on {Channel}; it stays due")]
        public static partial void Failed(ILogger logger, Exception fault, string channel);
    }
}
