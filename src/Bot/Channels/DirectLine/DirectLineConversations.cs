namespace Bot.Channels.DirectLine;

/// <summary>The conversations that are open in this process. One nobody reads is forgotten after some minutes.</summary>
internal sealed class DirectLineConversations(TimeProvider time)
{
    private const int Capacity = 10_000;
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DirectLineConversation> _byId = [];
    private readonly Dictionary<string, List<DirectLineConversation>> _byPerson = [];
    private DateTimeOffset _swept = time.GetUtcNow();

    /// <summary>The conversation of a valid token; begun anew where it is not known (any more).</summary>
    /// <param name="isNew">Whether it had to be begun.</param>
    public DirectLineConversation Get(TokenClaims claims, out bool isNew)
    {
        lock (_lock)
        {
            Sweep();
            isNew = !_byId.TryGetValue(claims.Conversation, out var conversation);
            if (conversation is null)
                Add(conversation = new(claims.Conversation, claims.Person, time));
            conversation.Touch();
            return conversation;
        }
    }

    /// <summary>The conversations that a person has on the screen right now.</summary>
    public IReadOnlyList<DirectLineConversation> WatchedBy(string person)
    {
        lock (_lock)
            return _byPerson.TryGetValue(person, out var all) ? [.. all.Where(c => c.IsWatched)] : [];
    }

    /// <summary>The same with those whose page is read by polling, or was left some minutes ago at most.</summary>
    public IReadOnlyList<DirectLineConversation> Of(string person)
    {
        lock (_lock)
            return _byPerson.TryGetValue(person, out var all) ? [.. all] : [];
    }

    private void Add(DirectLineConversation conversation)
    {
        _byId.Add(conversation.Id, conversation);
        if (!_byPerson.TryGetValue(conversation.Person, out var all))
            _byPerson.Add(conversation.Person, all = []);
        all.Add(conversation);
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        if (now - _swept < SweepEvery && _byId.Count < Capacity)
            return;
        _swept = now;
        var unwatched = _byId.Values.Where(c => !c.IsWatched).OrderBy(c => c.LastUsed).ToList();
        var surplus = _byId.Count < Capacity ? 0 : Capacity / 10;
        foreach (var conversation in unwatched.Where((c, i) => i < surplus || now - c.LastUsed > Keep))
            Remove(conversation);
    }

    private void Remove(DirectLineConversation conversation)
    {
        _byId.Remove(conversation.Id);
        var all = _byPerson[conversation.Person];
        all.Remove(conversation);
        if (all.Count == 0)
            _byPerson.Remove(conversation.Person);
    }
}
