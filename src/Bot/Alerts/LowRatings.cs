namespace Bot.Alerts;

/// <summary>How many people rated something of a criterion 1 or 2, by whole days.</summary>
internal sealed class LowRatings
{
    /// <summary>How far back they are counted.</summary>
    public const int Days = 30;

    private readonly Dictionary<(string Service, string Criterion), List<(string Region, DateOnly Day)>> _lows = [];

    /// <summary>A person of this region who rated something of the criterion low.</summary>
    public void Add(string service, string criterion, string region, DateOnly day)
    {
        if (!_lows.TryGetValue((service, criterion), out var people))
            _lows[(service, criterion)] = people = [];
        people.Add((region, day));
    }

    /// <param name="region">A region; null: all.</param>
    /// <param name="since">The first day that counts.</param>
    public int Count(string service, string criterion, string? region, DateOnly since) =>
        _lows.TryGetValue((service, criterion), out var people) ? people.Count(p => p.Day >= since && (region is null || p.Region == region)) : 0;

    /// <summary>The criteria of a service that somebody rated low.</summary>
    public IEnumerable<string> CriteriaOf(string service) => _lows.Keys.Where(k => k.Service == service).Select(k => k.Criterion);
}
