using System.Collections.Immutable;

namespace Bot.Survey.Scoring;

/// <summary>Scores the tally of one form: means of items, and from them everything that is a weighted mean of items.</summary>
internal sealed class FormScorer(FormTally tally)
{
    private readonly FormLayout _layout = tally.Layout;

    public FormScore Score()
    {
        var items = _layout.Items.Index().ToDictionary(item => item.Item, item => OfItems([item.Index], tally.Item(item.Index).Raters), StringComparer.Ordinal);
        var criteria = _layout.Criteria.Index().ToDictionary(
            criterion => criterion.Item.Id,
            criterion => OfCriterion(OfItems(Places(criterion.Item), tally.CriterionRaters(criterion.Index))),
            StringComparer.Ordinal);
        var zones = _layout.Zones.Index().ToDictionary(
            zone => zone.Item.Id, zone => OfItems(Places(zone.Item), tally.ZoneRaters(zone.Index)), StringComparer.Ordinal);
        return new FormScore(
            tally.Respondents,
            OverCriteria(criteria, _ => true, _ => 1),
            criteria,
            items,
            zones,
            OverCriteria(criteria, criterion => !criterion.Thin, _ => 1),
            OverCriteria(criteria, _ => true, score => score.N));
    }

    /// <summary>The overall score alone.</summary>
    public Score? Overall()
    {
        var criteria = _layout.Criteria.Index().ToDictionary(
            criterion => criterion.Item.Id,
            criterion => new CriterionScore(Figures(Rated(Places(criterion.Item)), tally.CriterionRaters(criterion.Index)), Thin: false),
            StringComparer.Ordinal);
        return OverCriteria(criteria, _ => true, _ => 1);
    }

    private CriterionScore OfCriterion(Score? score) => new(score, score is not null && ScoringMethod.IsThin(score.N, tally.Respondents));

    /// <summary>The simple mean of those of the items that somebody rated.</summary>
    private Score? OfItems(ImmutableArray<int> items, long n)
    {
        var rated = Rated(items);
        if (Figures(rated, n) is not { } score)
        {
            return null;
        }

        var weights = new double[_layout.Items.Length];
        foreach (var item in rated)
        {
            weights[item] = 1.0 / rated.Length;
        }

        return score with { Spread = Spread.Of(tally, weights), Ratings = tally.Sum(rated) };
    }

    /// <summary>The base, the mean and the share of 5s; null where nobody rated.</summary>
    private Score? Figures(ImmutableArray<int> rated, long n) =>
        rated.IsEmpty ? null : new Score(n, Ratio.Mean(rated.Select(Mean)), Ratio.Mean(rated.Select(Full)));

    private Score? OverCriteria(Dictionary<string, CriterionScore> criteria, Func<CriterionScore, bool> counts, Func<Score, long> weight)
    {
        var rated = _layout.Criteria.Where(criterion => criteria[criterion.Id].Score is not null && counts(criteria[criterion.Id])).ToList();
        if (rated.Count == 0)
        {
            return null;
        }

        var scores = rated.ConvertAll(criterion => (Score: criteria[criterion.Id].Score!, Weight: weight(criteria[criterion.Id].Score!)));
        var whole = scores.Sum(score => score.Weight);
        var weights = new double[_layout.Items.Length];
        foreach (var (criterion, (_, share)) in rated.Zip(scores))
        {
            var items = Rated(Places(criterion));
            foreach (var item in items)
            {
                weights[item] = (double)share / whole / items.Length;
            }
        }

        return new Score(tally.Respondents, ScoringMethod.WeightedMean(scores, score => score.Mean), ScoringMethod.WeightedMean(scores, score => score.Full))
        {
            Spread = Spread.Of(tally, weights),
            Ratings = tally.Sum(rated.SelectMany(criterion => Places(criterion))),
        };
    }

    private Ratio Mean(int item) => new(tally.Item(item).Sum, tally.Item(item).Raters);

    private Ratio Full(int item) => new(tally.Item(item).Fives, tally.Item(item).Raters);

    private ImmutableArray<int> Rated(ImmutableArray<int> items) => items.RemoveAll(item => tally.Item(item).Raters == 0);

    private ImmutableArray<int> Places(ItemGroup group) => [.. group.Items.Select(_layout.IndexOf)];
}
