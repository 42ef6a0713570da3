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

    public ScorePeriod? Period => HasPeriod ? new ScorePeriod(From, To) : null;
}
