using Bot.Survey.Scoring;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

/// <summary>Rule 6 of the method.</summary>
public sealed class RankRegionsTests
{
    [Fact]
    public void Regions_are_sorted_by_unrounded_combined_mean_then_full_satisfaction_then_name()
    {
        var ranked = ScoringMethod.RankRegions(
        [
            Region("Б", Answers.Printed(4.5m, 50m)),
            Region("А", Answers.Printed(4.5m, 50m)),
            Region("В", Answers.Printed(4.5m, 60m)),
            Region("Г", Answers.Printed(4.501m, 10m)),
            Region("Д", Answers.Printed(4.51m, 70m), Answers.Printed(4.49m, 60m)),
        ]);

        Assert.Equal(["1 Г", "2 Д", "3 В", "4 А", "5 Б"], ranked.Select(row => $"{row.Rank} {row.Region.Name}"));
    }

    [Fact]
    public void Regions_without_a_score_come_last_by_name_and_unranked()
    {
        var ranked = ScoringMethod.RankRegions([Region("Б", null, null), Region("А"), Region("В", Answers.Printed(1m, 0m))]);

        Assert.Equal(["1 В", " А", " Б"], ranked.Select(row => $"{row.Rank} {row.Region.Name}"));
        Assert.Null(ranked[2].Combined);
    }

    [Fact]
    public void Combined_is_the_simple_mean_of_the_forms_and_its_base_their_sum()
    {
        var row = Assert.Single(ScoringMethod.RankRegions([Region("А", Answers.Printed(5m, 100m, 20), Answers.Printed(4m, 0m, 1))]));

        Assert.Equal(Answers.Printed(4.5m, 50m, 21), row.Combined);
    }

    private static RegionScores Region(string name, params Score?[] forms) =>
        new(name, name, forms.Index().ToDictionary(form => $"form {form.Index}", form => form.Item));
}
