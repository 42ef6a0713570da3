using Bot.Survey.Scoring;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

/// <summary>Every region table of the 2025 monitoring's report.</summary>
public sealed class PublishedRegionsTests
{
    /// <summary>
    /// Rows that the printed figures, being rounded, put above the row printed before them: their printed means are equal
    /// (in table 117 the combined one is), and the unrounded means that decided are not in the report.
    /// </summary>
    private static readonly HashSet<(int Table, string Region)> _decidedByHiddenDigits =
    [
        (102, "Северо-Казахстанская область"),
        (107, "Алматы"),
        (111, "Область Жетысу"),
        (111, "Область Абай"),
        (117, "Область Жетысу"),
        (119, "Область Улытау"),
    ];

    /// <summary>The one combined share that does not follow from its forms: 82.8 is printed, (97.3 + 63.8) / 2 is 80.55.</summary>
    private static readonly (int Table, string Region) _misprinted = (102, "Астана");

    public static TheoryData<int> Tables => [.. PublishedTables.All.Regions.Select(table => table.Table)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Combined_is_the_simple_mean_of_the_forms_present(int number)
    {
        foreach (var row in Table(number).Rows)
        {
            var combined = ScoringMethod.OverForms([Score(row.Electronic), Score(row.Paper)]);

            Assert.Equal(row.Combined is null, combined is null);
            if (row.Combined is not null && combined is not null)
            {
                Assert.InRange(combined.Mean.RoundHalfUp(9), row.Combined.Mean - 0.01m, row.Combined.Mean + 0.01m);
                var full = (number, row.Region) == _misprinted ? 80.55m : row.Combined.Full;
                Assert.InRange((combined.Full * 100).RoundHalfUp(9), full - 0.1m, full + 0.1m);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Regions_are_ranked_as_printed_where_the_printed_digits_decide(int number)
    {
        var rows = Table(number).Rows;
        var ranked = ScoringMethod.RankRegions(rows.Reverse().Select(Region));

        var places = ranked.Index().ToDictionary(row => row.Item.Region.Name, row => row.Index);
        var rated = rows.Where(row => row.Combined is not null).ToList();
        var overtaking = rated.Zip(rated.Skip(1)).Where(pair => places[pair.Second.Region] < places[pair.First.Region]).ToList();

        Assert.Equal(_decidedByHiddenDigits.Where(row => row.Table == number).Select(row => row.Region), overtaking.Select(pair => pair.Second.Region));
        Assert.All(overtaking, pair => Assert.Equal(pair.First.Combined?.Mean, pair.Second.Combined?.Mean));
        Assert.Equal(Enumerable.Range(1, rated.Count), ranked.Take(rated.Count).Select(row => row.Rank ?? 0));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Regions_are_ranked_as_printed_once_the_hidden_digits_are_given(int number)
    {
        // Each mean falls by a hair: less than its rounding hides, and enough to decide between equal ones.
        var rows = Table(number).Rows.Where(row => row.Combined is not null).ToList();
        var regions = rows.Index().Select(row => Region(row.Item.Region, ("all", Score(row.Item.Combined, 0.0001m * row.Index))));

        Assert.Equal(rows.Select(row => row.Region), ScoringMethod.RankRegions(regions.Reverse()).Select(row => row.Region.Name));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Regions_without_responses_come_last_and_unranked(int number)
    {
        var rows = Table(number).Rows;
        var empty = rows.Where(row => row.Combined is null).Select(row => row.Region).Order(StringComparer.Ordinal).ToList();

        var last = ScoringMethod.RankRegions(rows.Select(Region)).TakeLast(empty.Count).ToList();

        Assert.Equal(empty, last.Select(row => row.Region.Name));
        Assert.All(last, row => Assert.Null(row.Rank));
    }

    private static PublishedRegions Table(int number) => PublishedTables.All.Regions.Single(table => table.Table == number);

    private static RegionScores Region(PublishedRegion row) =>
        Region(row.Region, ("electronic", Score(row.Electronic)), ("paper", Score(row.Paper)));

    private static RegionScores Region(string name, params (string Form, Score? Score)[] forms) =>
        new(name, name, forms.ToDictionary(form => form.Form, form => form.Score));

    private static Score? Score(PublishedFigure? printed, decimal hidden = 0) =>
        printed is null ? null : Answers.Printed(printed.Mean - hidden, printed.Full);
}
