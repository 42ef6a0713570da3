using Bot.Conversations.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Turns;

/// <summary>Plays turns: one at a time within a conversation, saved whole or not at all, and again from the database where somebody else was quicker.</summary>
internal sealed class TurnLoop(ConversationGates gates, IConversationCache cache, ConversationStore store, TurnCommitter committer, TurnFrame frame)
{
    private const int MaximumTries = 5;

    /// <summary>The conversation as it stands in the database, played to nobody.</summary>
    public async Task<Turn> LookAsync(ConversationKey key, string id, CancellationToken cancellationToken)
    {
        using var passage = await gates.EnterAsync(id, cancellationToken);
        return frame.Start(key, id, await store.LoadAsync(id));
    }

    /// <param name="key">The conversation.</param>
    /// <param name="id">Its id.</param>
    /// <param name="updateId">What makes the turn happen only once; null: a turn of the program's own.</param>
    /// <param name="play">Changes the turn; may be called more than once, each time with a new turn.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    /// <returns>The turn as it was saved, or, of an update that was played before, a turn without any change.</returns>
    public async Task<Turn> RunAsync(ConversationKey key, string id, string? updateId, Func<Turn, Task> play, CancellationToken cancellationToken)
    {
        using var passage = await gates.EnterAsync(id, cancellationToken);
        var snapshot = await cache.GetAsync(id);
        var isSure = snapshot is null;
        for (var tries = 0; tries < MaximumTries;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (isSure)
                snapshot = await store.LoadAsync(id);
            var turn = frame.Start(key, id, snapshot);
            if (updateId is not null && RecentUpdates.Contains(turn.Row.RecentUpdates, updateId))
                return TurnFrame.Repeat(turn, snapshot);
            await play(turn);
            var changes = frame.Finish(turn, updateId);
            if (!isSure && (changes.IsEmpty || turn is { Card: null, Survey.IsChanged: false }))
            {
                // Nothing that is written proves that the survey, which may have gone on elsewhere, is the cached one.
                isSure = true;
                continue;
            }

            if (changes.IsEmpty || await committer.CommitAsync(changes))
            {
                await frame.AfterAsync(turn, isChanged: !changes.IsEmpty);
                return turn;
            }

            (isSure, tries) = (true, tries + 1);
        }

        throw new DbUpdateConcurrencyException("A conversation was changed by others at each of five tries.");
    }
}
