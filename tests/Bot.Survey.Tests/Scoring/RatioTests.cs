using System.Globalization;
using System.Numerics;
using Bot.Survey.Scoring;
using FsCheck.Xunit;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

public sealed class RatioTests
{
    [Fact]
    public void Is_always_in_lowest_terms_with_the_sign_above()
    {
        var ratio = new Ratio(6, -4);

        Assert.Equal(new BigInteger(-3), ratio.Numerator);
        Assert.Equal(new BigInteger(2), ratio.Denominator);
        Assert.Equal(new Ratio(-3, 2), ratio);
        Assert.Equal(new Ratio(-3, 2).GetHashCode(), ratio.GetHashCode());
    }

    [Fact]
    public void Is_zero_by_default()
    {
        Assert.Equal(new Ratio(0, 7), default);
        Assert.Equal(new Ratio(1, 3), default(Ratio) + new Ratio(1, 3));
        Assert.Equal(0d, default(Ratio).ToDouble());
        Assert.Equal("0/1", default(Ratio).ToString());
    }

    [Fact]
    public void Refuses_a_zero_denominator()
    {
        Assert.Throws<ArgumentException>(() => new Ratio(1, 0));
        Assert.Throws<ArgumentException>(() => new Ratio(1, 2) / 0);
    }

    [Fact]
    public void Mean_of_thirds_is_exact() =>
        Assert.Equal(new Ratio(1, 3), Ratio.Mean([new Ratio(1, 3), new Ratio(1, 6), new Ratio(1, 2)]));

    [Fact]
    public void Mean_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => Ratio.Mean([]));

    [Theory]
    [InlineData(921, 200, 2, "4.61")]
    [InlineData(4605, 1000, 2, "4.61")]
    [InlineData(46049, 10000, 2, "4.60")]
    [InlineData(24, 5, 2, "4.80")]
    [InlineData(5, 1, 2, "5.00")]
    [InlineData(1, 2, 0, "1")]
    [InlineData(-1, 2, 0, "0")]
    [InlineData(-3, 2, 0, "-1")]
    [InlineData(-7, 4, 0, "-2")]
    public void Rounds_half_up_and_keeps_the_decimals(int numerator, int denominator, int decimals, string expected) =>
        Assert.Equal(expected, new Ratio(numerator, denominator).RoundHalfUp(decimals).ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Rounds_a_tie_that_decimals_and_doubles_lose()
    {
        int[] sums = [30, 26, 29, 26];

        Assert.Equal(4.62m, Math.Round(sums.Average(sum => sum / 6m), 2, MidpointRounding.AwayFromZero));
        Assert.Equal(4.62d, Math.Round(sums.Average(sum => sum / 6d), 2, MidpointRounding.AwayFromZero));
        Assert.Equal(4.63m, Ratio.Mean(sums.Select(sum => new Ratio(sum, 6))).RoundHalfUp(2));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(29)]
    public void Refuses_a_number_of_decimals_that_no_decimal_has(int decimals) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(1, 3).RoundHalfUp(decimals));

    [Property]
    public void Compares_as_the_numbers_do(int a, int b, uint c, uint d)
    {
        var (left, right) = (new Ratio(a, c + 1L), new Ratio(b, d + 1L));
        var expected = ((Int128)a * (d + 1L)).CompareTo((Int128)b * (c + 1L));

        Assert.Equal(expected, left.CompareTo(right));
        Assert.Equal(expected < 0, left < right);
        Assert.Equal(expected > 0, left > right);
        Assert.Equal(expected <= 0, left <= right);
        Assert.Equal(expected >= 0, left >= right);
        Assert.Equal(expected == 0, left == right);
        Assert.Equal(expected != 0, left != right);
    }

    [Property]
    public void Sum_and_product_agree(int a, uint b, byte times)
    {
        var ratio = new Ratio(a, b + 1L);

        Assert.Equal(ratio * times, Enumerable.Repeat(ratio, times).Aggregate(default(Ratio), (sum, next) => sum + next));
        Assert.Equal(ratio, ratio * (times + 1) / (times + 1));
    }

    [Property]
    public void Double_is_the_nearest_one(int a, int b)
    {
        var divisor = b == 0 ? 1 : b;

        Assert.Equal((double)a / divisor, new Ratio(a, divisor).ToDouble());
    }

    [Fact]
    public void Double_of_huge_terms_is_still_the_nearest_one()
    {
        var huge = BigInteger.Pow(7, 2000);

        Assert.Equal(1d / 3, new Ratio(huge, 3 * huge).ToDouble());
        Assert.Equal(14d / 3, new Ratio((14 * huge) + 1, 3 * huge).ToDouble());
        Assert.Equal(1d, new Ratio((BigInteger.One << 200) + 1, BigInteger.One << 200).ToDouble());
        var justOverHalfAnUlp = new Ratio((BigInteger.One << 253) + (BigInteger.One << 200) + 1, BigInteger.One << 253);
        Assert.Equal(Math.BitIncrement(1d), justOverHalfAnUlp.ToDouble());
    }
}
