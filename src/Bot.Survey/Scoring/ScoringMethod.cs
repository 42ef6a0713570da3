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
    /// <param name="layout">The form.</param>
    /// <param name="tally">The counts of its responses.</param>
    /// <exception cref="ArgumentException">
    /// The tally holds an item foreign to the form or a negative count, which the message names, or its bases do not fit its ratings.
    /// </exception>
    public static FormScore Score(FormLayout layout, FormTally tally)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(tally);
        RefuseBadCounts(layout, tally);
        var items = layout.Items.ToDictionary(item => item, item => OfItem(tally.Items.GetValueOrDefault(item)), StringComparer.Ordinal);
        var criteria = layout.Criteria.ToDictionary(
            criterion => criterion.Id,
            criterion => OfCriterion(OfItems(criterion, items, tally.CriterionRaters), tally.Respondents),
            StringComparer.Ordinal);
        var zones = layout.Zones.ToDictionary(zone => zone.Id, zone => OfItems(zone, items, tally.ZoneRaters), StringComparer.Ordinal);
        var overall = SimpleMean(criteria.Values.Select(criterion => criterion.Score), tally.Respondents);
        return new FormScore(tally.Respondents, overall, criteria, items, zones);
    }

    /// <summary>
    /// A service, a provider, a region or a criterion over forms: the simple mean of the forms that have a score, whatever
    /// their sizes; n is their sum.
    /// </summary>
    /// <param name="forms">The score in each form; null where nobody rated.</param>
    /// <returns>Null where no form has a score.</returns>
    public static Score? OverForms(IEnumerable<Score?> forms)
    {
        var rated = forms.OfType<Score>().ToList();
        return SimpleMean(rated, rated.Sum(score => score.N));
    }

    /// <summary>
    /// A provider over its services: the simple mean, and beside it the mean weighted by bases, Σ score·n / Σ n.
    /// The report never gives this figure; it is this project's own.
    /// </summary>
    /// <param name="services">The provider's score in each service; null where nobody rated.</param>
    /// <returns>Both null where no service has a score; n is the sum over the services.</returns>
    public static (Score? Simple, Score? Weighted) ProviderOverServices(IEnumerable<Score?> services)
    {
        var rated = services.OfType<Score>().ToList();
        var n = rated.Sum(score => score.N);
        if (n == 0)
        {
            return (null, null);
        }

        var mean = rated.Aggregate(default(Ratio), (sum, score) => sum + (score.Mean * score.N)) / n;
        var full = rated.Aggregate(default(Ratio), (sum, score) => sum + (score.Full * score.N)) / n;
        return (SimpleMean(rated, n), new Score(n, mean, full));
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

    private static Score? OfItem(ItemTally tally) =>
        tally.Raters == 0 ? null : new Score(tally.Raters, new Ratio(tally.Sum, tally.Raters), new Ratio(tally.Fives, tally.Raters));

    private static Score? OfItems(ItemGroup group, Dictionary<string, Score?> items, IReadOnlyDictionary<string, long> raters) =>
        SimpleMean(group.Items.Select(item => items[item]), raters.GetValueOrDefault(group.Id));

    private static CriterionScore OfCriterion(Score? score, long respondents) =>
        new(score, score is not null && IsThin(score.N, respondents));

    private static Score? SimpleMean(IEnumerable<Score?> scores, long n)
    {
        var rated = scores.OfType<Score>().ToList();
        return rated.Count == 0
            ? null
            : new Score(n, Ratio.Mean(rated.Select(score => score.Mean)), Ratio.Mean(rated.Select(score => score.Full)));
    }

    private static void RefuseBadCounts(FormLayout layout, FormTally tally)
    {
        foreach (var (item, counts) in tally.Items)
        {
            if (!layout.ZoneByItem.ContainsKey(item))
            {
                throw new ArgumentException($"'{item}' is not an item of the form '{layout.Form}'.", nameof(tally));
            }

            if (counts.HasNegativeCount)
            {
                throw new ArgumentException($"The item '{item}' has a negative count of ratings.", nameof(tally));
            }
        }
    }
}
