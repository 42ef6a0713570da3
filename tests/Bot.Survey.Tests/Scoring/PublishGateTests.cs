using Bot.Survey.Scoring;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

public sealed class PublishGateTests
{
    private readonly PublishGate _gate = new();

    [Theory]
    [InlineData(0, Visibility.Hidden)]
    [InlineData(4, Visibility.Hidden)]
    [InlineData(5, Visibility.Preliminary)]
    [InlineData(29, Visibility.Preliminary)]
    [InlineData(30, Visibility.Shown)]
    public void A_cell_is_hidden_under_5_and_preliminary_under_30(long respondents, Visibility visibility) =>
        Assert.Equal(visibility, _gate.Of(respondents));

    [Theory]
    [InlineData(0, 0L)]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 5L)]
    [InlineData(9, 5L)]
    [InlineData(99, 95L)]
    [InlineData(101, 101L)]
    public void A_number_of_people_is_told_in_steps_and_not_where_it_is_small(long people, long? told) => Assert.Equal(told, _gate.Step(people));

    [Fact]
    public void Thresholds_are_configuration()
    {
        var gate = new PublishGate(minimumToShow: 10, minimumToRank: 10);

        Assert.Equal(Visibility.Hidden, gate.Of(9));
        Assert.Equal(Visibility.Shown, gate.Of(10));
        Assert.Equal(["a", "b"], gate.Hidden([("a", 9L), ("b", 10L), ("c", 11L)]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a 40 b 3 c 7", "b c")]
    [InlineData("a 40 b 3 c 7 d 1", "b c d")]
    [InlineData("a 40 b 3 c 7 d 2", "b d")]
    [InlineData("a 40 b 0 c 7", "b")]
    [InlineData("a 7 b 7 c 4", "a c")]
    [InlineData("a 7 b 4", "a b")]
    [InlineData("a 3", "a")]
    [InlineData("a 40 b 30", "")]
    [InlineData("", "")]
    public void Hidden_siblings_that_hold_1_to_4_together_hide_the_smallest_shown_one_too(string siblings, string hidden)
    {
        var cells = Answers.Of(siblings).Select(cell => (cell.Key, (long)cell.Value));

        Assert.Equal(hidden, string.Join(' ', _gate.Hidden(cells).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Refuses_impossible_thresholds_and_numbers()
    {
        Assert.Equal("minimumToShow", Assert.Throws<ArgumentOutOfRangeException>(() => new PublishGate(0)).ParamName);
        Assert.Equal("minimumToRank", Assert.Throws<ArgumentOutOfRangeException>(() => new PublishGate(6, 5)).ParamName);
        Assert.Equal("respondents", Assert.Throws<ArgumentOutOfRangeException>(() => _gate.Of(-1)).ParamName);
    }
}
