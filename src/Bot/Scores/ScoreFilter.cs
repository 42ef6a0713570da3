namespace Bot.Scores;

/// <summary>Which responses are scored.</summary>
/// <param name="Form">A form; null: all.</param>
/// <param name="Region">A region or <c>unknown</c>; null: all.</param>
/// <param name="From">First day; null: from the beginning.</param>
/// <param name="To">Last day; null: to the end.</param>
internal sealed record ScoreFilter(string? Form = null, string? Region = null, DateOnly? From = null, DateOnly? To = null)
{
    public static ScoreFilter None { get; } = new();

    public bool HasPeriod => From is not null || To is not null;

    /// <summary>How many days; a period without both ends has none to be counted.</summary>
    public int Days => From is { } from && To is { } to ? to.DayNumber - from.DayNumber + 1 : 0;

    /// <summary>So many days before this period; null where it begins with the calendar.</summary>
    public ScoreFilter? EqualBefore(int days) =>
        From is { } from && days > 0 && from.DayNumber >= days ? this with { From = from.AddDays(-days), To = from.AddDays(-1) } : null;

    /// <summary>The period together with the equal one before it.</summary>
    public ScoreFilter WithEqualBefore() => this with { From = EqualBefore(Days)?.From ?? From };

    public ScorePeriod? Period => HasPeriod ? new ScorePeriod(From, To) : null;
}
