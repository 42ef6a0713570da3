namespace Bot.Channels.Telegram;

/// <summary>One chat while something happens in it: its turns in order, one card on its way at a time, what it may be sent.</summary>
internal sealed class ChatLane(long chatId)
{
    private const int Retired = int.MinValue;
    private Showing? _current;
    private Showing? _next;
    private int _users;

    public long ChatId => chatId;

    /// <summary>Held from the begin of a turn until its card is under way, so that the cards leave in the turns' order.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    public Task? UnderWay => Volatile.Read(ref _current)?.Task;

    /// <summary>Used under a lock of the lane.</summary>
    public ChatBudget Budget;

    /// <summary>Puts a card in line.</summary>
    /// <param name="result">Done when the card is.</param>
    /// <returns>Whether the line was empty: the caller has to show it now.</returns>
    public bool Enter(Showing showing, out Task<Delivery> result)
    {
        Showing? superseded = null;
        result = showing.Task;
        lock (this)
        {
            if (_current is null)
            {
                _current = showing;
                return true;
            }

            if (_next is null && _current.LooksLike(showing))
            {
                result = _current.Task;
                return false;
            }

            (superseded, _next) = (_next, showing);
        }

        superseded?.Supersede();
        return false;
    }

    /// <summary>The newest card in line, in the place of one that has waited.</summary>
    public Showing Newest(Showing waiting)
    {
        lock (this)
        {
            if (_next is null)
            {
                return waiting;
            }

            (_current, _next) = (_next, null);
        }

        waiting.Supersede();
        return _current;
    }

    /// <summary>Ends a card's turn.</summary>
    /// <param name="sentId">The message it became, where a new one was sent: what was put in line meanwhile did not know it, and edits it.</param>
    /// <returns>The next card to show, or null.</returns>
    public Showing? Leave(long? sentId)
    {
        lock (this)
        {
            (_current, _next) = (_next, null);
            if (_current is not null && sentId is not null)
            {
                _current.EditId = sentId;
            }

            return _current;
        }
    }

    public bool TryUse()
    {
        for (var users = Volatile.Read(ref _users); users != Retired;)
        {
            var seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users)
            {
                return true;
            }

            users = seen;
        }

        return false;
    }

    public void EndUse() => Interlocked.Decrement(ref _users);

    /// <summary>Takes the lane out of use, if nothing happens in it and its budget is full.</summary>
    public bool TryRetire(long now)
    {
        lock (this)
        {
            return Budget.IsFull(now) && Interlocked.CompareExchange(ref _users, Retired, 0) == 0;
        }
    }
}
