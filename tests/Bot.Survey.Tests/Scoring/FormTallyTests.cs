using Bot.Survey.Scoring;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

public sealed class FormTallyTests
{
    [Fact]
    public void Counts_each_respondent_once_in_a_criterion_and_in_a_zone()
    {
        var tally = Answers.Tally(Layouts.Electronic, "info_clear 5 bilingual 4 no_running 3", "info_clear 1 upload 2", "");

        Assert.Equal(3, tally.Respondents);
        Assert.Equal(new ItemTally(1, 0, 0, 0, 1), tally.Item("info_clear"));
        Assert.Equal([2, 0, 2, 0, 0, 0, 0, 0], Enumerable.Range(0, 8).Select(tally.CriterionRaters));
        Assert.Equal([2, 1], Enumerable.Range(0, 2).Select(tally.ZoneRaters));
        Assert.Equal(default, tally.Item("period_ok"));
    }

    [Fact]
    public void An_edit_takes_the_old_ratings_away_and_adds_the_new_ones()
    {
        var tally = Answers.Tally(Layouts.Electronic, "info_clear 2 period_ok 3");
        tally.Add(Answers.Of("info_clear 2 period_ok 3"), -1);
        tally.Add(Answers.Of("info_clear 5"));

        Answers.AssertSame(Answers.Tally(Layouts.Electronic, "info_clear 5"), tally);
    }

    [Fact]
    public void Is_made_again_from_stored_counts()
    {
        var tally = Answers.Tally(Layouts.Paper, "building 5 docs_easy 4", "building 3");

        Answers.AssertSame(tally, new FormTally(Layouts.Paper, tally.Counts));
        Assert.Throws<ArgumentException>(() => new FormTally(Layouts.Electronic, tally.Counts));
        Assert.Throws<ArgumentException>(() => new FormTally(Layouts.Electronic).Merge(tally));
    }

    [Fact]
    public void Knows_what_two_items_have_in_common_in_points_lost_by_those_who_rated_both()
    {
        var tally = Answers.Tally(Layouts.Electronic, "info_clear 3 speed 1", "info_clear 5 speed 4", "info_clear 1", "speed 2");

        var (first, second) = (Layouts.Electronic.IndexOf("info_clear"), Layouts.Electronic.IndexOf("speed"));
        Assert.Equal(new PairTally(2, 2, 5, 8), tally.Pair(first, second));
    }

    [Fact]
    public void A_tally_of_changes_may_be_negative_until_it_is_merged()
    {
        var tally = Answers.Tally(Layouts.Electronic, "info_clear 2", "info_clear 5");
        var erased = new FormTally(Layouts.Electronic);
        erased.Add(Answers.Of("info_clear 2"), -1);

        tally.Merge(erased);

        Answers.AssertSame(Answers.Tally(Layouts.Electronic, "info_clear 5"), tally);
        Assert.Equal(-1, erased.Respondents);
    }

    [Theory]
    [InlineData("info_clear 5 bilingual 6", "The rating 6 of the item 'bilingual' is outside 1 to 5. (Parameter 'ratings')")]
    [InlineData("info_clear 5 bilingual 0", "The rating 0 of the item 'bilingual' is outside 1 to 5. (Parameter 'ratings')")]
    [InlineData("info_clear 5 building 5", "'building' is not an item of the form 'electronic'. (Parameter 'item')")]
    public void Bad_input_is_named_and_changes_nothing(string ratings, string message)
    {
        var tally = new FormTally(Layouts.Electronic);

        var error = Assert.Throws<ArgumentException>(() => tally.Add(Answers.Of(ratings)));

        Assert.Equal(message, error.Message);
        Answers.AssertSame(new FormTally(Layouts.Electronic), tally);
    }

    [Fact]
    public void Refuses_a_sign_that_is_neither_plus_nor_minus_one() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new FormTally(Layouts.Electronic).Add(Answers.Of("info_clear 5"), 0));
}
