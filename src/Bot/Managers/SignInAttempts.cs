namespace Bot.Managers;

/// <summary>Wrong codes by conversation in the last 15 minutes. Kept in memory: a code has 50 bits, and lives as long.</summary>
internal sealed class SignInAttempts(TimeProvider time)
{
    public const int Allowed = 5;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _failures = new(StringComparer.Ordinal);
    private DateTimeOffset _sweptAt;

    /// <summary>Whether one more code may be tried.</summary>
    public bool Allows(string conversationId)
    {
        lock (_lock)
            return !_failures.TryGetValue(conversationId, out var failures) || failures.Count(IsRecent) < Allowed;
    }

    public void Failed(string conversationId)
    {
        lock (_lock)
        {
            Sweep();
            if (!_failures.TryGetValue(conversationId, out var failures))
                _failures[conversationId] = failures = [];
            failures.Add(time.GetUtcNow());
        }
    }

    private bool IsRecent(DateTimeOffset failure) => failure > time.GetUtcNow() - Window;

    private void Sweep()
    {
        if (IsRecent(_sweptAt))
            return;
        _sweptAt = time.GetUtcNow();
        foreach (var (conversation, failures) in _failures)
        {
            if (failures.RemoveAll(failure => !IsRecent(failure)) > 0 && failures.Count == 0)
                _failures.Remove(conversation);
        }
    }
}
