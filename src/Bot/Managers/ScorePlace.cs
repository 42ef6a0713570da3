namespace Bot.Managers;

/// <summary>Whose responses a card counts: those from one region, or all; of a period, or of all time.</summary>
internal readonly record struct ScorePlace(string? Region, PeriodChoice Period = default)
{
    private const string Everywhere = "-";
    private const char PeriodMark = '~';

    /// <summary>The same of all time: what a person's scope is about.</summary>
    public ScorePlace OfAllTime() => this with { Period = default };

    /// <summary>What a button's data says: <c>c.scores.VIEW.REGION~PERIOD.ARGUMENTS</c>.</summary>
    public string Data(string view, params ReadOnlySpan<string> arguments) =>
        string.Join('.', ["c.scores", view, (Region ?? Everywhere) + (Period.Code is { } code ? PeriodMark + code : ""), .. arguments]);

    public static ScorePlace Read(string? text)
    {
        var parts = (text ?? "").Split(PeriodMark, 2);
        return new(parts[0] is "" or Everywhere ? null : parts[0], PeriodChoice.Read(parts.ElementAtOrDefault(1)));
    }
}
