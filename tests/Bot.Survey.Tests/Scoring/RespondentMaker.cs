namespace Bot.Survey.Tests.Scoring;

/// <summary>
/// Makes one response per respondent such that every item has its printed mean and share of 5s. All respondents rate an
/// item where whole numbers allow it, else as many as do; behind a gate as few as do.
/// </summary>
internal static class RespondentMaker
{
    public static IReadOnlyList<IReadOnlyDictionary<string, int>> Make(PublishedScores table)
    {
        var respondents = table.Base ?? table.Respondents ?? throw new ArgumentException($"Table {table.Table} has no base.", nameof(table));
        var responses = Enumerable.Range(0, respondents).Select(_ => new Dictionary<string, int>()).ToList();
        foreach (var (index, (item, figure)) in table.Items.Index())
        {
            foreach (var (place, rating) in Ratings(Fit(figure, respondents, Layouts.Gated.Contains(item))).Index())
            {
                // Each item begins elsewhere, so that the same people do not give all the 5s.
                responses[(place + (index * 7)) % respondents][item] = rating;
            }
        }

        return responses;
    }

    /// <summary>One rating a respondent, so that their mean and share of 5s print as the figure: for tables that give no items.</summary>
    public static IReadOnlyList<int> Make(PublishedFigure figure) => [.. Ratings(Fit(figure, respondents: 400, gated: true))];

    /// <summary>Raters, sum and fives that print as the figure; where it is impossible, those of all respondents nearest to it.</summary>
    private static (int Raters, int Sum, int Fives) Fit(PublishedFigure figure, int respondents, bool gated)
    {
        var bases = Enumerable.Range(1, respondents);
        var fits = (gated ? bases : bases.Reverse()).Select(raters => Nearest(figure, raters));
        return fits.FirstOrDefault(fit => Prints(fit, figure), Nearest(figure, respondents));
    }

    private static (int Raters, int Sum, int Fives) Nearest(PublishedFigure figure, int raters)
    {
        var fives = (int)Math.Round(figure.Full * raters / 100m);
        var others = raters - fives;
        var sum = Math.Clamp((int)Math.Round(figure.Mean * raters), (5 * fives) + others, (5 * fives) + (4 * others));
        return (raters, sum, fives);
    }

    private static bool Prints((int Raters, int Sum, int Fives) fit, PublishedFigure figure) =>
        Math.Round((decimal)fit.Sum / fit.Raters, 2, MidpointRounding.AwayFromZero) == figure.Mean
        && Math.Round(100m * fit.Fives / fit.Raters, 1, MidpointRounding.AwayFromZero) == figure.Full;

    /// <summary>The 5s first, then the rest of the sum spread as evenly as it goes over ratings of 1 to 4.</summary>
    private static IEnumerable<int> Ratings((int Raters, int Sum, int Fives) fit)
    {
        var others = fit.Raters - fit.Fives;
        var rest = fit.Sum - (5 * fit.Fives);
        var evenly = Enumerable.Range(0, others).Select(place => (rest / others) + (place < rest % others ? 1 : 0));
        return Enumerable.Repeat(5, fit.Fives).Concat(evenly);
    }
}
