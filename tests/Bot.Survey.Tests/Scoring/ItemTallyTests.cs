using Bot.Survey.Scoring;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

public sealed class ItemTallyTests
{
    [Fact]
    public void Counts_raters_sum_and_fives()
    {
        var tally = default(ItemTally).Add(1).Add(2).Add(3).Add(4).Add(5).Add(5);

        Assert.Equal(new ItemTally(1, 1, 1, 1, 2), tally);
        Assert.Equal(6, tally.Raters);
        Assert.Equal(20, tally.Sum);
        Assert.Equal(2, tally.Fives);
    }

    [Fact]
    public void A_rating_taken_away_leaves_nothing() => Assert.Equal(default, default(ItemTally).Add(4).Add(4, -1));

    [Fact]
    public void Adds_and_subtracts_count_by_count()
    {
        var (left, right) = (new ItemTally(9, 8, 7, 6, 5), new ItemTally(1, 2, 3, 4, 5));

        Assert.Equal(new ItemTally(10, 10, 10, 10, 10), left + right);
        Assert.Equal(new ItemTally(8, 6, 4, 2, 0), left - right);
        Assert.False((left - right).HasNegativeCount);
        Assert.True((right - left).HasNegativeCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    public void Refuses_a_rating_outside_the_scale(int rating)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => default(ItemTally).Add(rating));

        Assert.Equal("rating", error.ParamName);
        Assert.Equal(rating, error.ActualValue);
    }

    [Fact]
    public void Refuses_a_sign_that_is_neither_plus_nor_minus_one() =>
        Assert.Equal("sign", Assert.Throws<ArgumentOutOfRangeException>(() => default(ItemTally).Add(5, 2)).ParamName);
}
