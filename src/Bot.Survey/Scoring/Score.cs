namespace Bot.Survey.Scoring;

/// <summary>A score with its base. Where nobody rated there is no score: it is null, never 0.</summary>
public sealed record Score
{
    /// <summary>A score that people gave.</summary>
    /// <param name="n">The base, at least 1.</param>
    /// <param name="mean">The mean, 1–5.</param>
    /// <param name="full">The share of 5s, 0–1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public Score(long n, Ratio mean, Ratio full)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(mean, new Ratio(ItemTally.Lowest, 1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mean, new Ratio(ItemTally.Highest, 1));
        ArgumentOutOfRangeException.ThrowIfLessThan(full, default);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(full, new Ratio(1, 1));
        N = n;
        Mean = mean;
        Full = full;
    }

    /// <summary>
    /// The base: the raters of an item; the respondents with at least one rating in a criterion or a zone; the submitted
    /// responses of a form; the sum over forms or services where several are averaged.
    /// </summary>
    public long N { get; }

    /// <summary>The mean on the scale 1–5, exact.</summary>
    public Ratio Mean { get; }

    /// <summary>Full satisfaction: the share of 5s among the ratings, 0–1, exact.</summary>
    public Ratio Full { get; }

    /// <summary>How sure the mean is.</summary>
    public Spread Spread { get; init; }

    /// <summary>All ratings behind the score: their distribution over 1–5.</summary>
    public ItemTally Ratings { get; init; }

    /// <summary>The 95 % interval of the mean.</summary>
    public ScoreInterval Interval => ScoreInterval.Of(Mean.ToDouble(), Spread);

    /// <summary>The mean as displayed: rounded half up to two decimals.</summary>
    public decimal MeanShown => Mean.RoundHalfUp(2);

    /// <summary>Full satisfaction as displayed: percent, rounded half up to one decimal.</summary>
    public decimal FullShown => (Full * 100).RoundHalfUp(1);

    /// <summary>The level of the mean as displayed.</summary>
    public Level Level => Levels.Of(MeanShown);

    /// <summary>Whether both say the same: base, mean and share of 5s.</summary>
    public bool Equals(Score? other) => other is not null && (N, Mean, Full) == (other.N, other.Mean, other.Full);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(N, Mean, Full);
}
