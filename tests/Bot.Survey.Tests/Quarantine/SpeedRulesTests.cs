using Bot.Survey.Dialogs;
using Bot.Survey.Quarantine;
using Xunit;

namespace Bot.Survey.Tests.Quarantine;

public sealed class SpeedRulesTests
{
    private static readonly SpeedRules Rules = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

    [Theory]
    [InlineData(8.999, "554555455", QuarantineReason.Speeder)]
    [InlineData(9, "554555455", null)]
    [InlineData(8.999, "555555555", QuarantineReason.Speeder)]
    [InlineData(9, "555555555", QuarantineReason.StraightLiner)]
    [InlineData(17.999, "555555555", QuarantineReason.StraightLiner)]
    [InlineData(17.999, "111111111", QuarantineReason.StraightLiner)]
    [InlineData(17.999, "555555554", null)]
    [InlineData(18, "555555555", null)]
    [InlineData(900, "555555555", null)]
    public void Equal_ratings_are_no_reason_unless_they_came_too_fast(double seconds, string ratings, QuarantineReason? reason) =>
        Assert.Equal(reason, Rules.Judge(new Pace(TimeSpan.FromSeconds(seconds), 9), Read(ratings)));

    [Theory]
    [InlineData(0, "555555555", null)]
    [InlineData(4, "555555555", null)]
    [InlineData(5, "555555555", QuarantineReason.Speeder)]
    public void Of_too_few_timed_answers_nothing_is_said(int answers, string ratings, QuarantineReason? reason) =>
        Assert.Equal(reason, Rules.Judge(new Pace(TimeSpan.FromMilliseconds(100 * answers), answers), Read(ratings)));

    [Theory]
    [InlineData("5555", null)]
    [InlineData("55555", QuarantineReason.StraightLiner)]
    public void A_few_ratings_are_no_straight_line(string ratings, QuarantineReason? reason) =>
        Assert.Equal(reason, Rules.Judge(new Pace(TimeSpan.FromSeconds(13.5), 9), Read(ratings)));

    private static int[] Read(string ratings) => [.. ratings.Select(digit => digit - '0')];
}
