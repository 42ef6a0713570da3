using Bot.Survey.Quarantine;
using FsCheck.Xunit;
using Xunit;

namespace Bot.Survey.Tests.Quarantine;

public sealed class BurstRuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
    private static readonly BurstRule Rule = new(2, TimeSpan.FromMinutes(10));

    [Theory]
    [InlineData("0 5", "00")]
    [InlineData("0 5 10", "111")]
    [InlineData("0 5 10.01", "000")]
    [InlineData("0 20 21 22 40", "01110")]
    [InlineData("0 9 10 19", "1111")]
    [InlineData("0 0 0", "111")]
    [InlineData("", "")]
    public void Every_member_of_a_window_with_more_than_the_limit_belongs_to_a_burst(string minutes, string members) =>
        Assert.Equal(members, string.Concat(Rule.Find(Times(minutes)).Select(member => member ? '1' : '0')));

    [Property]
    public void It_finds_what_a_look_at_every_window_finds(byte[] gaps, byte limit)
    {
        var rule = new BurstRule(1 + (limit % 6), TimeSpan.FromMinutes(10));
        var at = Start;
        DateTimeOffset[] times = [.. gaps.Select(gap => at = at.AddMinutes(gap % 8))];
        var expected = times.Select(time => times.Any(first => first <= time && time <= first + rule.Window && times.Count(t => t >= first && t <= first + rule.Window) > rule.Limit));
        Assert.Equal(expected, rule.Find(times));
    }

    private static DateTimeOffset[] Times(string minutes) =>
        [.. minutes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => Start.AddMinutes(double.Parse(m, System.Globalization.CultureInfo.InvariantCulture)))];
}
