using Bot.Survey.Scoring;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

public sealed class ScoreChangeTests
{
    private const int Pairs = 2000;

    [Theory]
    [InlineData(0.85, 0)]
    [InlineData(0.85, 0.9)]
    [InlineData(0.95, 0)]
    [InlineData(0.95, 0.9)]
    public void At_most_five_in_a_hundred_changes_are_called_real_where_nothing_changed(double fives, double mood)
    {
        var people = new SimulatedPeople(fives, mood, SimulatedPeople.Harsh, 7);

        Assert.InRange(Real(people, 40, people, 70), 0, Pairs / 20);
    }

    [Fact]
    public void A_drop_that_is_large_for_its_numbers_is_called_real()
    {
        var (good, bad) = (new SimulatedPeople(0.95, 0.5, SimulatedPeople.Mild, 1), new SimulatedPeople(0.80, 0.5, SimulatedPeople.Mild, 2));

        Assert.InRange(Real(good, 150, bad, 150), Pairs * 9 / 10, Pairs);
    }

    [Fact]
    public void The_difference_is_that_of_the_figures_as_displayed()
    {
        var (earlier, later) = (Answers.Printed(4.7649m, 80, 10), Answers.Printed(4.7951m, 80, 10));

        Assert.Equal(0.04m, ScoreChange.Between(earlier, later)?.Difference);
        Assert.Null(ScoreChange.Between(null, later));
        Assert.Null(ScoreChange.Between(earlier, null));
    }

    private static int Real(SimulatedPeople before, int earlier, SimulatedPeople after, int later) => Enumerable.Range(0, Pairs).Count(_ =>
        ScoreChange.Between(ScoringMethod.Score(before.Survey(earlier)).Score, ScoringMethod.Score(after.Survey(later)).Score)!.Real);
}
