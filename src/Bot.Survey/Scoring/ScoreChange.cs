namespace Bot.Survey.Scoring;

/// <summary>What has changed from one period to the next.</summary>
/// <param name="Difference">The later mean less the earlier one, both as displayed, so that what a reader subtracts is what is printed.</param>
/// <param name="Real">Whether it is more than chance: a two-sided test at 5 % of two independent means.</param>
public sealed record ScoreChange(decimal Difference, bool Real)
{
    /// <summary>The change between the scores of different responses.</summary>
    /// <returns>Null where one of them is missing.</returns>
    public static ScoreChange? Between(Score? earlier, Score? later)
    {
        if (earlier is null || later is null)
        {
            return null;
        }

        var difference = later.Mean.ToDouble() - earlier.Mean.ToDouble();
        var variance = later.Spread.Variance + earlier.Spread.Variance;
        return new ScoreChange(later.MeanShown - earlier.MeanShown, difference * difference > ScoreInterval.Z * ScoreInterval.Z * variance);
    }
}
