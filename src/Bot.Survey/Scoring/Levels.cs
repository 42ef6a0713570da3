namespace Bot.Survey.Scoring;

/// <summary>Finds the level of a mean and its id.</summary>
public static class Levels
{
    /// <summary>The level of a mean.</summary>
    /// <param name="meanShown">The mean as displayed: 1–5, already rounded half up to two decimals.</param>
    public static Level Of(decimal meanShown) => meanShown switch
    {
        >= 4.80m => Level.High,
        >= 4.50m => Level.AboveAverage,
        >= 4.00m => Level.Average,
        >= 3.00m => Level.Satisfactory,
        _ => Level.Unsatisfactory,
    };

    /// <summary>The id of a level in the API and in the texts' keys.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public static string Id(this Level level) => level switch
    {
        Level.High => "high",
        Level.AboveAverage => "above_average",
        Level.Average => "average",
        Level.Satisfactory => "satisfactory",
        Level.Unsatisfactory => "unsatisfactory",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "There is no such level."),
    };
}
