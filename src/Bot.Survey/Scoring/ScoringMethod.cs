namespace Bot.Survey.Scoring;

/// <summary>
/// The formula of the scores: the method of the 2025 monitoring of public services (report on 39 services, tables 63–125).
/// Means and shares of 5s follow the same rules; nothing is rounded before it is displayed.
/// </summary>
public static class ScoringMethod
{
    /// <summary>The version of this formula, stored beside every score; it grows when a change moves any score.</summary>
    public const int Version = 1;

    /// <summary>A criterion with fewer raters is thin.</summary>
    public const long ThinRaters = 5;

    /// <summary>A criterion rated by a smaller part of the form's respondents, in percent, is thin.</summary>
    public const long ThinPercent = 10;

    /// <summary>
    /// Scores one form: an item is the mean of its ratings, a criterion the simple mean of its rated items, the form the simple
    /// mean of its rated criteria, a provider the simple mean of the rated items of its zone.
    /// </summary>
    /// <param name="tally">The counts of its responses.</param>
    /// <exception cref="ArgumentException">The tally holds a negative count of ratings; the message names the item.</exception>
    public static FormScore Score(FormTally tally)
    {
        RefuseNegativeCounts(tally);
        return new FormScorer(tally).Score();
    }

    /// <summary>The overall score of one form, without the rest.</summary>
    /// <param name="tally">The counts of its responses.</param>
    /// <returns>Null where nobody rated anything.</returns>
    /// <exception cref="ArgumentException">The tally holds a negative count of ratings; the message names the item.</exception>
    public static Score? Overall(FormTally tally)
    {
        RefuseNegativeCounts(tally);
        return new FormScorer(tally).Overall();
    }

    /// <summary>
    /// A service, a provider, a region or a criterion over forms: the simple mean of the forms that have a score, whatever
    /// their sizes; n is their sum.
    /// </summary>
    /// <param name="forms">The score in each form; null where nobody rated.</param>
    /// <returns>Null where no form has a score.</returns>
    public static Score? OverForms(IEnumerable<Score?> forms) => Over(forms, _ => 1);

    /// <summary>The same with every form weighing as much as it has respondents.</summary>
    /// <param name="forms">The score in each form; null where nobody rated.</param>
    /// <returns>Null where no form has a score.</returns>
    public static Score? OverFormsWeighted(IEnumerable<Score?> forms) => Over(forms, score => score.N);

    /// <summary>
    /// A provider over its services: the simple mean, and beside it the mean weighted by bases, Σ score·n / Σ n.
    /// The report never gives this figure; it is this project's own.
    /// </summary>
    /// <param name="services">The provider's score in each service; null where nobody rated.</param>
    /// <returns>Both null where no service has a score; n is the sum over the services.</returns>
    public static (Score? Simple, Score? Weighted) ProviderOverServices(IEnumerable<Score?> services)
    {
        var rated = services.OfType<Score>().ToList();
        return (Over(rated, _ => 1), Over(rated, score => score.N));
    }

    /// <summary>
    /// The rating of regions by a service: by combined mean, unrounded, then full satisfaction, both falling, then name (ordinal).
    /// Ranks are 1, 2, 3 … without sharing; regions without a score come last, by name, unranked.
    /// </summary>
    /// <param name="regions">The regions in any order.</param>
    public static IReadOnlyList<RankedRegion> RankRegions(IEnumerable<RegionScores> regions) =>
    [
        .. regions
            .Select(region => (Region: region, Combined: OverForms(region.Forms.Values)))
            .OrderBy(row => row.Combined is null)
            .ThenByDescending(row => row.Combined?.Mean)
            .ThenByDescending(row => row.Combined?.Full)
            .ThenBy(row => row.Region.Name, StringComparer.Ordinal)
            .Select((row, index) => new RankedRegion(row.Combined is null ? null : index + 1, row.Region, row.Combined)),
    ];

    /// <summary>Whether a rated criterion is thin: under 5 raters, or under 10 % of the form's respondents.</summary>
    /// <param name="raters">Respondents with at least one rating in the criterion.</param>
    /// <param name="respondents">Submitted responses of the form.</param>
    public static bool IsThin(long raters, long respondents) => raters < ThinRaters || raters * 100 < respondents * ThinPercent;

    internal static Ratio WeightedMean(IReadOnlyCollection<(Score Score, long Weight)> scores, Func<Score, Ratio> figure) =>
        scores.Aggregate(default(Ratio), (sum, score) => sum + (figure(score.Score) * score.Weight)) / scores.Sum(score => score.Weight);

    private static void RefuseNegativeCounts(FormTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        for (var item = 0; item < tally.Layout.Items.Length; item++)
        {
            if (tally.Item(item).HasNegativeCount)
            {
                throw new ArgumentException($"The item '{tally.Layout.Items[item]}' has a negative count of ratings.", nameof(tally));
            }
        }
    }

    private static Score? Over(IEnumerable<Score?> parts, Func<Score, long> weight)
    {
        var rated = parts.OfType<Score>().Select(score => (Score: score, Weight: weight(score))).ToList();
        if (rated.Count == 0)
        {
            return null;
        }

        var whole = (double)rated.Sum(part => part.Weight);
        return new Score(rated.Sum(part => part.Score.N), WeightedMean(rated, score => score.Mean), WeightedMean(rated, score => score.Full))
        {
            Spread = Spread.Of(rated.Select(part => (part.Score.Spread, part.Weight / whole))),
            Ratings = rated.Aggregate(default(ItemTally), (sum, part) => sum + part.Score.Ratings),
        };
    }
}
