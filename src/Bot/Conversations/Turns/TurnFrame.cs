using Bot.Conversations.Sharing;
using Bot.Persistence;
using Bot.Scores;

namespace Bot.Conversations.Turns;

/// <summary>What comes before and after the play of a turn.</summary>
internal sealed class TurnFrame(
    StateColumns columns, CardRefs cardRefs, IConversationCache cache, IConversationBus bus, IFoldSignal scores, TimeProvider time)
{
    public Turn Start(ConversationKey key, string id, ConversationSnapshot? before)
    {
        var turn = new Turn(id, key, before, Microseconds.Truncate(time.GetUtcNow()));
        turn.Row.CardRef = cardRefs.Find(id) ?? turn.Row.CardRef;
        return turn;
    }

    /// <summary>A repeated update: nothing but the card that is current.</summary>
    public static Turn Repeat(Turn turn, ConversationSnapshot? snapshot)
    {
        (turn.IsRepeated, turn.Card) = (true, snapshot?.LastCard);
        return turn;
    }

    public TurnChanges Finish(Turn turn, string? updateId) => turn.Finish(updateId, columns);

    public async Task AfterAsync(Turn turn, bool isChanged)
    {
        if (turn.Erased || turn.Row.CardRef is null)
            cardRefs.Forget(turn.Id);
        if (turn.Erased)
            await cache.RemoveAsync(turn.Id);
        else if (turn.IsKnown || isChanged)
            await cache.SetAsync(turn.Snapshot());
        if (isChanged || turn.Erased)
            bus.Publish(turn.Id);
        foreach (var other in turn.Others)
        {
            await cache.RemoveAsync(other);
            bus.Publish(other);
        }

        if (turn.ScoresChanged)
            scores.Raise();
    }
}
