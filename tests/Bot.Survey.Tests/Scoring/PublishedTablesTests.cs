using Bot.Survey.Scoring;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

/// <summary>
/// Every score table of the 2025 monitoring's report: answers that give its item figures must give its criteria, overall and
/// provider figures, within 0.01 and 0.15 percentage points (the report averages shares already rounded to 0.1).
/// </summary>
public sealed class PublishedTablesTests
{

    /// <summary>The figures that the report misprints, or that an impossible item pair of it makes unreachable.</summary>
    private static readonly Dictionary<int, string[]> _misprinted = new()
    {
        [66] = ["bilingual mean", "navigation mean", "speed mean", "info mean", "access mean", "portal mean"],
        [68] = ["va_speed mean"],
        [89] = ["timing mean", "authority full"],
        [118] = ["access full", "portal full"],
        [124] = ["access mean"],
    };

    public static TheoryData<int> Tables => [.. PublishedTables.All.Scores.Select(table => table.Table)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Gives_the_printed_figures_but_for_the_misprints(int number)
    {
        var table = Table(number);
        var form = Survey(table).Score();

        var differing = Printed(table, form).Where(figure => Math.Abs(figure.Expected - figure.Actual) > figure.Tolerance);

        Assert.Equal(_misprinted.GetValueOrDefault(number, []), differing.Select(figure => figure.Name));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Scores_exactly_what_the_printed_table_has(int number)
    {
        var table = Table(number);
        var form = Survey(table).Score();

        Assert.Equal((long?)(table.Base ?? table.Respondents), form.Respondents);
        Assert.Equal(table.Items.Keys.Order(StringComparer.Ordinal), form.Items.Where(item => item.Value is not null).Select(item => item.Key).Order(StringComparer.Ordinal));
        Assert.Equal(table.Criteria.Keys.Order(StringComparer.Ordinal), form.Criteria.Where(criterion => criterion.Value.Score is not null).Select(criterion => criterion.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_misprint_is_noted_in_the_data_and_only_those() =>
        Assert.Equal(_misprinted.Keys, PublishedTables.All.Scores.Where(table => table.Misprint is not null).Select(table => table.Table));

    [Fact]
    public void Where_the_table_is_misprinted_the_score_follows_from_its_items()
    {
        Assert.All(_misprinted.Keys, number =>
        {
            var survey = Survey(Table(number));
            var (form, plain) = (survey.Score(), new PlainScores(survey));
            foreach (var (id, criterion) in form.Criteria.Where(criterion => criterion.Value.Score is not null))
            {
                Assert.Equal(plain.Group(survey.Layout.Criteria, id)?.Mean ?? 0, criterion.Score?.Mean.ToDouble() ?? 0, 1e-9);
                Assert.Equal(plain.Group(survey.Layout.Criteria, id)?.Full ?? 0, criterion.Score?.Full.ToDouble() ?? 0, 1e-9);
            }
        });
        Assert.Equal(4.33m, Survey(Table(68)).Score().Items["va_speed"]?.MeanShown);
        Assert.Equal(4.60m, Survey(Table(89)).Score().Criteria["timing"].Score?.MeanShown);
        Assert.Equal(79.2m, Survey(Table(89)).Score().Zones["authority"]?.FullShown);
        Assert.Equal(4.79m, Survey(Table(124)).Score().Criteria["access"].Score?.MeanShown);
    }

    [Fact]
    public void The_misprinted_share_of_table_118_put_right_gives_the_printed_figures()
    {
        var printed = Table(118);
        var table = printed with { Items = new Dictionary<string, PublishedFigure>(printed.Items) { ["speed"] = printed.Items["speed"] with { Full = 84.6m } } };

        Assert.All(Printed(table, Survey(table).Score()), figure => Assert.True(Math.Abs(figure.Expected - figure.Actual) <= figure.Tolerance, figure.Name));
    }

    private static PublishedScores Table(int number) => PublishedTables.All.Scores.Single(table => table.Table == number);

    private static Survey Survey(PublishedScores table) => new(Layouts.ByName(table.Form), RespondentMaker.Make(table));

    private static IEnumerable<(string Name, decimal Expected, decimal Actual, decimal Tolerance)> Printed(PublishedScores table, FormScore form) =>
    [
        .. table.Items.SelectMany(item => Pair(item.Key, item.Value, form.Items[item.Key], 0.005m, 0.05m)),
        .. table.Criteria.SelectMany(criterion => Pair(criterion.Key, criterion.Value, form.Criteria[criterion.Key].Score)),
        .. Pair("overall", table.Overall, form.Score),
        .. table.Zones.SelectMany(zone => Pair(zone.Key, zone.Value, zone.Key == "whole" ? form.Whole : form.Zones[zone.Key])),
    ];

    private static IEnumerable<(string Name, decimal Expected, decimal Actual, decimal Tolerance)> Pair(
        string name, PublishedFigure printed, Score? score, decimal meanTolerance = 0.01m, decimal fullTolerance = 0.15m)
    {
        Assert.NotNull(score);
        yield return ($"{name} mean", printed.Mean, score.Mean.RoundHalfUp(9), meanTolerance);
        yield return ($"{name} full", printed.Full, (score.Full * 100).RoundHalfUp(9), fullTolerance);
    }
}
