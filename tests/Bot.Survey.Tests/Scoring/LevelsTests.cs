using System.Globalization;
using Bot.Survey.Scoring;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

public sealed class LevelsTests
{
    [Theory]
    [InlineData("5.00", "high")]
    [InlineData("4.80", "high")]
    [InlineData("4.79", "above_average")]
    [InlineData("4.50", "above_average")]
    [InlineData("4.49", "average")]
    [InlineData("4.00", "average")]
    [InlineData("3.99", "satisfactory")]
    [InlineData("3.00", "satisfactory")]
    [InlineData("2.99", "unsatisfactory")]
    [InlineData("1.00", "unsatisfactory")]
    public void Levels_begin_at_their_lower_bound(string mean, string level) =>
        Assert.Equal(level, Levels.Of(decimal.Parse(mean, CultureInfo.InvariantCulture)).Id());

    [Fact]
    public void There_is_no_other_level() => Assert.Throws<ArgumentOutOfRangeException>(() => ((Level)99).Id());
}
