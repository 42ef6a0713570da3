namespace Bot.Managers;

/// <summary>Whose responses a card counts: those from one region, or all.</summary>
internal readonly record struct ScorePlace(string? Region)
{
    private const string Everywhere = "-";

    /// <summary>What a button's data says: <c>c.scores.VIEW.REGION.ARGUMENTS</c>.</summary>
    public string Data(string view, params ReadOnlySpan<string> arguments) => string.Join('.', ["c.scores", view, Region ?? Everywhere, .. arguments]);

    public static ScorePlace Read(string? text) => new(text is null or "" or Everywhere ? null : text);
}
