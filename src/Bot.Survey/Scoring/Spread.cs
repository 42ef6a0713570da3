namespace Bot.Survey.Scoring;

/// <summary>How sure a mean is: what its interval and its comparisons are made from. Estimates, so doubles; the mean itself is exact.</summary>
/// <param name="Variance">The variance of the mean, in points squared; above 0.</param>
/// <param name="Centre">The mean drawn a little towards the middle of the scale, 1–5, at which the form of the interval is taken.</param>
public readonly record struct Spread(double Variance, double Centre)
{
    /// <summary>
    /// The weight of the imagined respondent, whose ratings are spread evenly over 1–5, that is added to every item: without it an item
    /// that got nothing but 5s would look as if it were certain. Chosen by simulation: see the tests of <see cref="ScoreInterval"/>.
    /// </summary>
    public const double Imagined = 0.25;

    /// <summary>Of a weighted mean of items rated by the same people. Respondents are the unit: the covariances of the items are taken from those who rated both.</summary>
    /// <param name="tally">The counts.</param>
    /// <param name="weights">The weight of each item of the form in its order; 0 for an item that does not belong or that nobody rated.</param>
    public static Spread Of(FormTally tally, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(tally);
        Span<double> lost = stackalloc double[weights.Length];
        Span<double> share = stackalloc double[weights.Length];
        var (variance, imagined, centre) = (0.0, 0.0, 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0)
            {
                continue;
            }

            var item = tally.Item(i);
            var n = (double)item.Raters;
            lost[i] = 5 - (item.Sum / n);
            share[i] = weights[i] / n * Math.Sqrt(n > 1 ? n / (n - 1) : 1);
            variance += share[i] * share[i] * (item.SquaresLost - (n * lost[i] * lost[i]));
            imagined += weights[i] / n * Math.Sqrt(Imagined * EvenlySpread(lost[i]));
            centre += weights[i] * (item.Sum + (3 * Imagined)) / (n + Imagined);
        }

        return new Spread(Math.Max(0, variance + Covariances(tally, share, lost)) + (imagined * imagined), centre);
    }

    /// <summary>Of a weighted mean of means of different people (forms, services).</summary>
    /// <param name="parts">Each with its weight; the weights sum to 1.</param>
    public static Spread Of(IEnumerable<(Spread Spread, double Weight)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Aggregate(default(Spread), (sum, part) => new Spread(
            sum.Variance + (part.Weight * part.Weight * part.Spread.Variance), sum.Centre + (part.Weight * part.Spread.Centre)));
    }

    private static double Covariances(FormTally tally, ReadOnlySpan<double> share, ReadOnlySpan<double> lost)
    {
        var sum = 0.0;
        for (var i = 0; i < share.Length; i++)
        {
            for (var j = i + 1; j < share.Length && share[i] > 0; j++)
            {
                if (share[j] > 0 && tally.Pair(i, j) is { Raters: > 0 } pair)
                {
                    sum += 2 * share[i] * share[j]
                        * (pair.Product - (lost[j] * pair.First) - (lost[i] * pair.Second) + (lost[i] * lost[j] * pair.Raters));
                }
            }
        }

        return sum;
    }

    /// <summary>The mean square of (v − lost) for v = 0 to 4.</summary>
    private static double EvenlySpread(double lost) => 6 - (4 * lost) + (lost * lost);
}
