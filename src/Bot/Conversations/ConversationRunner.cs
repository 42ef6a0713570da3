using Bot.Conversations.Turns;
using Bot.Hosting.Keys;
using Bot.Survey.Dialogs;

namespace Bot.Conversations;

internal sealed class ConversationRunner(TurnLoop loop, MessagePlayer player, DialogEngine engine, CardRefs cardRefs, ContactBook contacts, ConversationIds ids)
    : IConversationRunner
{
    public async Task<TurnReply> RunAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var played = new PlayedCommand();
        var shownBefore = (string?)null;
        var turn = await loop.RunAsync(message.Conversation, ids.Of(message.Conversation), RecentUpdates.Id(message.UpdateId), async turn =>
        {
            shownBefore = turn.Row.CardRef;
            await player.PlayAsync(turn, message, played, cancellationToken);
            if (shownBefore is not null && !IsAnsweredOn(message, turn) && turn.Card is null)
                await player.RedrawAsync(turn, cancellationToken);
            if (!turn.IsSilent)
                (turn.Row.CardDueAt, turn.Row.CardDueAttempts) = (null, 0);
            if (turn.Survey is { Dropped: true })
                turn.Card ??= CardOf(turn);
        }, cancellationToken);
        return CardOf(turn) is { } card ? Reply(card, message, turn, shownBefore ?? turn.Row.CardRef) with { Attachment = turn.Attachment } : TurnReply.Nothing;
    }

    public async Task<TurnReply> ShowAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        var turn = await loop.LookAsync(conversation, ids.Of(conversation), cancellationToken);
        return CardOf(turn) is { } card ? new TurnReply(card, turn.Row.CardRef) : TurnReply.Nothing;
    }

    public void CardShown(ConversationKey conversation, string cardRef) => cardRefs.Set(ids.Of(conversation), cardRef);

    public Task CardDueAsync(ConversationKey conversation, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        var id = ids.Of(conversation);
        contacts.Hold(id, conversation);
        return loop.RunAsync(conversation, id, updateId: null, turn =>
        {
            if (turn.IsKnown)
                (turn.Row.CardDueAt, turn.Row.CardDueAttempts) = (notBefore, 0);
            return Task.CompletedTask;
        }, cancellationToken);
    }

    private Card? CardOf(Turn turn) => turn.IsSilent
        ? null
        : turn.Card ?? (turn.Survey is { } survey ? engine.Show(survey.State, turn.Notice, turn.Now) : null);

    // A press is answered on its own message, unless that is an older one; a typed text is answered below itself.
    // A repeated update changes nothing, nor does a second press that brings the card which is there already: a double tap on an invitation shall not say it twice.
    private static TurnReply Reply(Card card, IncomingMessage message, Turn turn, string? shownBefore)
    {
        if (turn.IsRepeated || (message.Payload is MessagePayload.Press && !IsAnsweredOn(message, turn) && turn.LastCard?.LooksLike(card) == true))
            return new TurnReply(card, turn.Row.CardRef);
        return IsAnsweredOn(message, turn)
            ? new TurnReply(card, message.CardRef, shownBefore == message.CardRef ? null : shownBefore)
            : new TurnReply(card, null, turn.Row.CardRef);
    }

    private static bool IsAnsweredOn(IncomingMessage message, Turn turn) =>
        message is { Payload: MessagePayload.Press, CardRef: { } pressed } && (turn.Row.CardRef is null || turn.Row.CardRef == pressed);
}
