namespace Bot.Survey.Scoring;

/// <summary>
/// What two items have in common among those who rated both: answers of one person are correlated, and an interval must know how much.
/// Counted in points lost (5 less the rating), so that it is all zeros where everybody is satisfied.
/// </summary>
/// <param name="Raters">Number of people who rated both items.</param>
/// <param name="First">Points lost by the first item, summed over them.</param>
/// <param name="Second">Points lost by the second item, summed over them.</param>
/// <param name="Product">Products of both, summed over them.</param>
public readonly record struct PairTally(long Raters, long First, long Second, long Product);
