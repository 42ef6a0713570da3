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
        Assert.Equal(new ItemTally(1, 0, 0, 0, 1), tally.Items["info_clear"]);
        Assert.Equal(2, tally.CriterionRaters["info"]);
        Assert.Equal(2, tally.CriterionRaters["procedure"]);
        Assert.Equal(2, tally.ZoneRaters["portal"]);
        Assert.Equal(1, tally.ZoneRaters["authority"]);
        Assert.DoesNotContain("timing", tally.CriterionRaters);
        Assert.DoesNotContain("period_ok", tally.Items);
    }

    [Fact]
    public void An_edit_takes_the_old_ratings_away_and_adds_the_new_ones()
    {
        var tally = Answers.Tally(Layouts.Electronic, "info_clear 2 period_ok 3");
        tally.Add(Layouts.Electronic, Answers.Of("info_clear 2 period_ok 3"), -1);
        tally.Add(Layouts.Electronic, Answers.Of("info_clear 5"));

        Assert.Equal(1, tally.Respondents);
        Assert.Equal(new ItemTally(0, 0, 0, 0, 1), Assert.Single(tally.Items).Value);
        Assert.Equal("info", Assert.Single(tally.CriterionRaters).Key);
        Assert.Equal("portal", Assert.Single(tally.ZoneRaters).Key);
    }

    [Fact]
    public void Is_made_again_from_stored_counts()
    {
        var tally = Answers.Tally(Layouts.Paper, "building 5 docs_easy 4", "building 3");

        var stored = new FormTally(tally.Respondents, tally.Items, tally.CriterionRaters, tally.ZoneRaters);

        Answers.AssertSame(tally, stored);
    }

    [Fact]
    public void A_tally_of_changes_may_be_negative_until_it_is_merged()
    {
        var tally = Answers.Tally(Layouts.Electronic, "info_clear 2", "info_clear 5");
        var erased = new FormTally();
        erased.Add(Layouts.Electronic, Answers.Of("info_clear 2"), -1);

        tally.Merge(erased);

        Answers.AssertSame(Answers.Tally(Layouts.Electronic, "info_clear 5"), tally);
        Assert.Equal(-1, erased.Respondents);
    }

    [Theory]
    [InlineData("info_clear 5 bilingual 6", "The rating 6 of the item 'bilingual' is outside 1 to 5. (Parameter 'ratings')")]
    [InlineData("info_clear 5 bilingual 0", "The rating 0 of the item 'bilingual' is outside 1 to 5. (Parameter 'ratings')")]
    [InlineData("info_clear 5 building 5", "'building' is not an item of the form 'electronic'. (Parameter 'ratings')")]
    public void Bad_input_is_named_and_changes_nothing(string ratings, string message)
    {
        var tally = new FormTally();

        var error = Assert.Throws<ArgumentException>(() => tally.Add(Layouts.Electronic, Answers.Of(ratings)));

        Assert.Equal(message, error.Message);
        Answers.AssertSame(new FormTally(), tally);
    }

    [Fact]
    public void Refuses_a_sign_that_is_neither_plus_nor_minus_one() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new FormTally().Add(Layouts.Electronic, Answers.Of("info_clear 5"), 0));
}
