using System.Globalization;
using Bot.Scores;

namespace Bot.Alerts;

/// <summary>On which day what was last alerted to, as a subscription keeps it.</summary>
internal sealed class AlertMemory
{
    /// <summary>The same thing is not alerted to again within so many days.</summary>
    public const int SilentDays = 7;

    private readonly Dictionary<string, DateOnly> _days = new(StringComparer.Ordinal);

    public static AlertMemory Read(string text)
    {
        var memory = new AlertMemory();
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            memory._days[pair[..at]] = ScoreDay.Date(int.Parse(pair[(at + 1)..], CultureInfo.InvariantCulture));
        }

        return memory;
    }

    public DateOnly? LastDay(string thing) => _days.TryGetValue(thing, out var day) ? day : null;

    /// <param name="days">For how many days the thing is not told again.</param>
    public bool IsSilent(string thing, DateOnly today, int days = SilentDays) => LastDay(thing) is { } day && today.DayNumber - day.DayNumber < days;

    /// <summary>The same with these things alerted to today, and without what is too old to matter.</summary>
    public string With(IEnumerable<string> things, DateOnly today)
    {
        foreach (var thing in things)
            _days[thing] = today;
        return string.Join(';', _days.Where(d => today.DayNumber - d.Value.DayNumber <= LowRatings.Days).OrderBy(d => d.Key, StringComparer.Ordinal)
            .Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Key}={ScoreDay.Of(d.Value)}")));
    }
}
