using System.Globalization;
using Bot.Survey.Scoring;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

public sealed class ScoreTests
{
    [Fact]
    public void Is_shown_with_two_and_one_decimals()
    {
        var score = new Score(3, new Ratio(14, 3), new Ratio(2, 3));

        Assert.Equal("4.67", score.MeanShown.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("66.7", score.FullShown.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(Level.AboveAverage, score.Level);
    }

    [Fact]
    public void Level_follows_the_mean_as_displayed()
    {
        Assert.Equal(Level.High, new Score(200, new Ratio(959, 200), default).Level);
        Assert.Equal(Level.AboveAverage, new Score(1000, new Ratio(4794, 1000), default).Level);
    }

    [Fact]
    public void Refuses_figures_that_no_one_can_have_given()
    {
        Refused("n", 0, new Ratio(4, 1), default);
        Refused("mean", 1, new Ratio(99, 100), default);
        Refused("mean", 1, new Ratio(501, 100), default);
        Refused("full", 1, new Ratio(4, 1), new Ratio(-1, 100));
        Refused("full", 1, new Ratio(4, 1), new Ratio(101, 100));
    }

    private static void Refused(string figure, long n, Ratio mean, Ratio full) =>
        Assert.Equal(figure, Assert.Throws<ArgumentOutOfRangeException>(() => new Score(n, mean, full)).ParamName);
}
