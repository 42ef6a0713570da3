using Bot.Channels;
using Bot.Conversations.Turns;
using Bot.Survey.Dialogs;

namespace Bot.Conversations;

/// <summary>Writes to people who do not wait for an answer. Whoever calls has claimed the card before: it is tried once.</summary>
internal sealed partial class Announcer(IEnumerable<IChannel> channels, ContactBook contacts, CardRefs cardRefs, TurnLoop loop, TimeProvider time, ILogger<Announcer> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);

    public async Task<Reach> FindAsync(string conversationId, string channel, CancellationToken cancellationToken)
    {
        var key = await contacts.FindAsync(conversationId, channel, cancellationToken);
        return new Reach(key, key is { } known && _channels.GetValueOrDefault(channel)?.Reaches(known) == true);
    }

    /// <summary>Shows the card as a new message.</summary>
    /// <returns>When to try again, where the card has surely not arrived; else null.</returns>
    public async Task<DateTimeOffset?> SendAsync(string conversationId, ConversationKey key, Card card, CancellationToken cancellationToken)
    {
        var delivery = await TrySendAsync(key, card, cancellationToken);
        if (delivery.CardRef is { } cardRef)
            cardRefs.Set(conversationId, cardRef);
        if (delivery.Status is DeliveryStatus.Shown)
            await loop.RunAsync(key, conversationId, updateId: null, turn => Shown(turn, card), cancellationToken);
        if (delivery.Status is DeliveryStatus.Gone)
            await loop.RunAsync(key, conversationId, updateId: null, turn => contacts.BlockAsync(turn, blocked: true, cancellationToken), cancellationToken);
        return delivery is { Status: DeliveryStatus.Later, MayHaveArrived: false } ? Later(delivery.NotBefore) : null;
    }

    private DateTimeOffset Later(DateTimeOffset? notBefore)
    {
        var soon = time.GetUtcNow() + Pause;
        return notBefore > soon ? notBefore.Value : soon;
    }

    private async Task<Delivery> TrySendAsync(ConversationKey key, Card card, CancellationToken cancellationToken)
    {
        try
        {
            return await _channels[key.Channel].AnnounceAsync(key, card, until: null, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, fault, key.Channel);
            return new Delivery(DeliveryStatus.Later, MayHaveArrived: true);
        }
    }

    // What is typed below the card is meant for it, but for who is at a survey.
    private static Task Shown(Turn turn, Card card)
    {
        if (turn.IsKnown && (turn.Survey is not { } survey || survey.State.Answers.IsEmpty || DialogEngine.IsFinished(survey.State)))
            turn.Card = card;
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Whether a card was shown on {Channel} is not known; it is not sent again")]
        public static partial void Failed(ILogger logger, Exception fault, string channel);
    }
}
