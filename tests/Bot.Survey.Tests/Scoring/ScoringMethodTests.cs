using Bot.Survey.Scoring;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

/// <summary>The ten rules of the 2025 monitoring's method, each by example (6: <see cref="RankRegionsTests"/>, 8: <see cref="LevelsTests"/>).</summary>
public sealed class ScoringMethodTests
{
    [Fact]
    public void Rule_1_an_item_is_the_mean_of_those_who_rated_it()
    {
        var item = Answers.Score(Layouts.Electronic, "speed 5", "speed 4", "speed 2", "navigation 1").Items["speed"];

        Assert.Equal(new Score(3, new Ratio(11, 3), new Ratio(1, 3)), item);
    }

    [Fact]
    public void Rule_2_a_criterion_is_the_simple_mean_of_its_rated_items()
    {
        var form = Answers.Score(Layouts.Electronic, "registration 5 navigation 2", "registration 4", "registration 3");

        Assert.Equal(new Score(3, new Ratio(3, 1), new Ratio(1, 6)), form.Criteria["access"].Score);
        Assert.Null(form.Items["speed"]);
    }

    [Fact]
    public void Rule_3_a_form_is_the_simple_mean_of_its_rated_criteria()
    {
        var form = Answers.Score(Layouts.Electronic, "info_clear 5 bilingual 5 result_ok 2", "info_clear 4 bilingual 3");

        Assert.Equal(new Score(2, new Ratio(25, 8), new Ratio(1, 4)), form.Score);
    }

    [Fact]
    public void Rule_3_a_criterion_that_nobody_rated_is_left_out_and_has_no_score()
    {
        var form = Answers.Score(Layouts.Electronic, "result_ok 4");

        Assert.Equal(new Score(1, new Ratio(4, 1), default), form.Score);
        Assert.Equal(Layouts.Electronic.Criteria.Select(criterion => criterion.Id), form.Criteria.Keys);
        Assert.All(form.Criteria.Where(criterion => criterion.Key != "result"), criterion => Assert.Equal(new(null, false), criterion.Value));
    }

    [Fact]
    public void Rule_4_a_provider_is_the_simple_mean_of_the_items_of_its_zone_and_not_of_criteria()
    {
        var form = Answers.Score(Layouts.Electronic, "info_clear 5 registration 4 navigation 4 speed 4 no_running 1 result_ok 2");

        Assert.Equal(new Score(1, new Ratio(17, 4), new Ratio(1, 4)), form.Zones["portal"]);
        Assert.Equal(new Score(1, new Ratio(3, 2), default), form.Zones["authority"]);
        Assert.Same(form.Score, form.Whole);
    }

    [Fact]
    public void Rule_5_over_forms_every_form_weighs_the_same()
    {
        var score = ScoringMethod.OverForms([new Score(990, new Ratio(5, 1), new Ratio(1, 1)), null, new Score(10, new Ratio(4, 1), default)]);

        Assert.Equal(new Score(1000, new Ratio(9, 2), new Ratio(1, 2)), score);
        Assert.Null(ScoringMethod.OverForms([null, null]));
        Assert.Null(ScoringMethod.OverForms([]));
    }

    [Fact]
    public void Rule_7_a_tie_that_decimals_lose_is_rounded_half_up()
    {
        var form = Answers.Score(
            Layouts.Paper,
            "info_findable 5 orientation 5 language_choice 5 forms_bilingual 5",
            "info_findable 5 orientation 5 language_choice 5 forms_bilingual 5",
            "info_findable 5 orientation 4 language_choice 5 forms_bilingual 4",
            "info_findable 5 orientation 4 language_choice 5 forms_bilingual 4",
            "info_findable 5 orientation 4 language_choice 5 forms_bilingual 4",
            "info_findable 5 orientation 4 language_choice 4 forms_bilingual 4");

        Assert.Equal(new Ratio(37, 8), form.Score?.Mean);
        Assert.Equal(4.63m, form.Score?.MeanShown);
        Assert.Equal(62.5m, form.Score?.FullShown);
    }

    [Fact]
    public void Rule_8_the_level_is_that_of_the_mean_as_displayed()
    {
        var form = Answers.Score(Layouts.Electronic, Enumerable.Repeat("speed 5", 159).Append("speed 4").Concat(Enumerable.Repeat("speed 4", 40)));

        Assert.Equal(new Ratio(959, 200), form.Score?.Mean);
        Assert.Equal(Level.High, form.Score?.Level);
    }

    [Fact]
    public void Rule_9_a_provider_over_services_is_a_simple_mean_beside_a_weighted_one()
    {
        var (simple, weighted) = ScoringMethod.ProviderOverServices(
            [new Score(30, new Ratio(5, 1), new Ratio(1, 1)), null, new Score(10, new Ratio(4, 1), new Ratio(1, 5))]);

        Assert.Equal(new Score(40, new Ratio(9, 2), new Ratio(3, 5)), simple);
        Assert.Equal(new Score(40, new Ratio(19, 4), new Ratio(4, 5)), weighted);
        Assert.Equal((null, null), ScoringMethod.ProviderOverServices([null]));
    }

    [Fact]
    public void Rule_10_each_figure_has_its_own_base()
    {
        var form = Answers.Score(Layouts.Electronic, "info_clear 5 bilingual 5 period_ok 5", "bilingual 5", "no_running 4", "");

        Assert.Equal(4, form.Respondents);
        Assert.Equal(4, form.Score?.N);
        Assert.Equal(1, form.Items["info_clear"]?.N);
        Assert.Equal(2, form.Criteria["info"].Score?.N);
        Assert.Equal(2, form.Zones["portal"]?.N);
        Assert.Equal(2, form.Zones["authority"]?.N);
    }

    [Fact]
    public void Where_nobody_rated_there_is_no_score()
    {
        var form = Answers.Score(Layouts.Electronic, "", "");

        Assert.Equal(2, form.Respondents);
        Assert.Null(form.Score);
        Assert.All(form.Items.Values, Assert.Null);
        Assert.All(form.Zones.Values, Assert.Null);
    }

    [Theory]
    [InlineData(4, 4, true)]
    [InlineData(5, 5, false)]
    [InlineData(5, 50, false)]
    [InlineData(5, 51, true)]
    [InlineData(6, 688, true)]
    public void A_criterion_is_thin_under_5_raters_or_under_a_tenth_of_the_respondents(int raters, int respondents, bool thin)
    {
        var responses = Enumerable.Range(0, respondents).Select(index => index < raters ? "result_ok 5 va_full 3" : "result_ok 5");

        var form = Answers.Score(Layouts.Electronic, responses);

        Assert.Equal(thin, form.Criteria["assistant"].Thin);
        Assert.Equal(respondents < 5, form.Criteria["result"].Thin);
        Assert.False(form.Criteria["info"].Thin);
    }

    [Fact]
    public void Beside_the_score_stand_the_one_without_thin_criteria_and_the_one_weighted_by_respondents()
    {
        var form = Answers.Score(Layouts.Electronic, Enumerable.Repeat("info_clear 4 result_ok 5", 19).Append("info_clear 4 result_ok 5 va_full 1"));

        Assert.True(form.Criteria["assistant"].Thin);
        Assert.Equal(new Score(20, new Ratio(10, 3), new Ratio(1, 3)), form.Score);
        Assert.Equal(new Score(20, new Ratio(9, 2), new Ratio(1, 2)), form.WithoutThin);
        Assert.Equal(new Score(20, new Ratio(181, 41), new Ratio(20, 41)), form.Weighted);
        Assert.Null(Answers.Score(Layouts.Electronic, "result_ok 5").WithoutThin);
    }

    [Fact]
    public void A_score_knows_the_distribution_of_the_ratings_behind_it()
    {
        var form = Answers.Score(Layouts.Electronic, "info_clear 5 bilingual 4 result_ok 1", "info_clear 5");

        Assert.Equal(new ItemTally(1, 0, 0, 1, 2), form.Score?.Ratings);
        Assert.Equal(new ItemTally(0, 0, 0, 1, 2), form.Criteria["info"].Score?.Ratings);
        Assert.Equal(new ItemTally(0, 0, 0, 0, 2), form.Items["info_clear"]?.Ratings);
        Assert.Equal(new ItemTally(2, 0, 0, 2, 4), ScoringMethod.OverForms([form.Score, null, form.Score])?.Ratings);
    }

    [Fact]
    public void Refuses_a_tally_of_changes()
    {
        var tally = new FormTally(Layouts.Electronic);
        tally.Add(Answers.Of("speed 5"), -1);

        var error = Assert.Throws<ArgumentException>(() => ScoringMethod.Score(tally));

        Assert.Equal("The item 'speed' has a negative count of ratings. (Parameter 'tally')", error.Message);
    }
}
