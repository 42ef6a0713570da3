namespace Bot.Conversations;

/// <summary>Lets one turn of a conversation in at a time; turns wait in the order in which they came. Idle conversations take no memory.</summary>
internal sealed class ConversationGates
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<TaskCompletionSource>?> _busy = new(StringComparer.Ordinal);

    public ValueTask<Passage> EnterAsync(string conversationId, CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (_busy.TryAdd(conversationId, null))
                return new(new Passage(this, conversationId));
            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (_busy[conversationId] ??= new()).Enqueue(turn);
        }

        return WaitAsync(turn, conversationId, cancellationToken);
    }

    private async ValueTask<Passage> WaitAsync(TaskCompletionSource turn, string conversationId, CancellationToken cancellationToken)
    {
        // Whoever gives up stays in the queue and is passed over when its turn comes.
        await using (cancellationToken.UnsafeRegister(static t => ((TaskCompletionSource)t!).TrySetCanceled(), turn))
            await turn.Task;
        return new Passage(this, conversationId);
    }

    private void Leave(string conversationId)
    {
        lock (_lock)
        {
            var waiting = _busy[conversationId];
            while (waiting is { Count: > 0 })
            {
                if (waiting.Dequeue().TrySetResult())
                    return;
            }

            _busy.Remove(conversationId);
        }
    }

    /// <summary>Lets the next turn in when disposed.</summary>
    internal readonly struct Passage(ConversationGates gates, string conversationId) : IDisposable
    {
        public void Dispose() => gates.Leave(conversationId);
    }
}
