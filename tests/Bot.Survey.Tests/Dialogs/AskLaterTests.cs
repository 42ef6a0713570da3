using Bot.Survey.Dialogs;
using Xunit;

namespace Bot.Survey.Tests.Dialogs;

/// <summary>Who has no result yet. The service's term is eight working days, twelve of the calendar; it is Thursday, 12 March, 10:00.</summary>
public sealed class AskLaterTests
{
    private static readonly DateTimeOffset Today = new(2026, 3, 12, 10, 0, 0, TimeSpan.FromHours(5));
    private readonly Words _words = new("ru");

    [Theory]
    [InlineData("flow.later_tomorrow", 13)]
    [InlineData("flow.later_week", 19)]
    [InlineData("flow.later_deadline", 24)]
    public void It_is_asked_at_ten_on_the_day_that_was_chosen(string choice, int day) =>
        Assert.Equal(Ten(day), NotYet().Tap(_words[choice]).State.AskAt);

    [Theory]
    [InlineData(0, 24)]
    [InlineData(5, 19)]
    [InlineData(11, 13)]
    public void The_term_counts_from_filing(int daysAgo, int day) =>
        Assert.Equal(Ten(day), NotYet(Today.AddDays(-daysAgo)).Tap(_words["flow.later_deadline"]).State.AskAt);

    [Fact]
    public void A_term_that_is_over_is_not_offered()
    {
        var offered = NotYet(Today.AddDays(-12)).Buttons.Select(b => b.Text);
        Assert.DoesNotContain(_words["flow.later_deadline"], offered);
        Assert.Contains(_words["flow.later_week"], offered);
    }

    [Fact]
    public void A_term_that_ends_while_the_card_is_open_is_asked_about_tomorrow()
    {
        var citizen = NotYet(Today.AddDays(-11));
        citizen.Now = Today.AddDays(1);
        Assert.Equal(Ten(14), citizen.Tap(_words["flow.later_deadline"]).State.AskAt);
    }

    [Fact]
    public void It_is_asked_three_times_and_then_no_more()
    {
        var citizen = NotYet();
        for (var asked = 0; asked < DialogSettings.MostAsks; asked++)
        {
            citizen.Tap(_words["flow.later_tomorrow"]).Do(new DialogInput.AskAgain());
            Assert.Equal((Screen.Question, null), (citizen.State.Screen, citizen.State.AskAt));
            Assert.Contains("Вы его уже получили?", citizen.Card.Text, StringComparison.Ordinal);
            citizen.Tap(_words.Option("outcome", "not_yet"));
        }

        Assert.Equal((Screen.Waiting, null), (citizen.State.Screen, citizen.State.AskAt));
        Assert.Contains(_words["flow.later_none"], citizen.Card.Text, StringComparison.Ordinal);
        AssertNotAsked(citizen);
    }

    [Fact]
    public void Who_does_not_want_to_be_asked_is_not_even_when_the_result_is_there() => AssertNotAsked(NotYet().Tap(_words["flow.later_never"]));

    [Fact]
    public void When_the_result_is_there_who_waits_is_asked_at_once_also_after_silence()
    {
        var citizen = NotYet().Tap(_words["flow.later_week"]).Do(new DialogInput.ResultGiven(Today));
        Assert.Equal((Screen.Waiting, Today), (citizen.State.Screen, citizen.State.AskAt));
        citizen.Do(new DialogInput.AskAgain()).Do(new DialogInput.ResultGiven(Today.AddDays(2)));
        Assert.Equal((Screen.Question, Today.AddDays(2), 2), (citizen.State.Screen, citizen.State.AskAt, citizen.State.AsksLeft));
        citizen.Do(new DialogInput.AskAgain());
        Assert.Equal((Screen.Question, null, 1), (citizen.State.Screen, citizen.State.AskAt, citizen.State.AsksLeft));
        citizen.Tap(_words.Option("outcome", "granted"));
        Assert.False(citizen.State.HasNoResult);
        Assert.Same(citizen.State, Shipped.Engine.Step(citizen.State, new DialogInput.ResultGiven(Today), Today).State);
    }

    [Fact]
    public void Who_comes_back_before_is_asked_and_that_counts_for_nothing()
    {
        var citizen = NotYet().Tap(_words["flow.later_week"]).Tap(_words["flow.later_now"]);
        Assert.Equal((Screen.Question, Answers.Outcome, DialogSettings.MostAsks), (citizen.State.Screen, citizen.State.Question, citizen.State.AsksLeft));
        citizen.Tap(_words.Option("outcome", "not_yet")).Tap(_words["flow.later_week"]).Do(new DialogInput.Open());
        Assert.Equal((Screen.Question, Answers.Outcome), (citizen.State.Screen, citizen.State.Question));
    }

    [Theory]
    [InlineData("web")]
    [InlineData("page")]
    public void Where_nobody_can_be_written_to_the_card_says_when_to_open_the_link(string channel)
    {
        var waiting = NotYet().Tap(_words["flow.later_week"]).State with { Channel = channel };
        Assert.Contains("Откройте эту же ссылку 19 марта", Shipped.Engine.Show(waiting, null, Today).Text, StringComparison.Ordinal);
        var linked = waiting with { Link = waiting.Link with { Token = "aBcDeFgHiJkLmNoP" } };
        Assert.Contains("Откройте эту же ссылку 19 марта", Shipped.Engine.Show(linked, null, Today).Text, StringComparison.Ordinal);
        var engine = new DialogEngine(Shipped.Questionnaires, Shipped.Catalogue, Shipped.Texts, new DialogSettings("пилот", 365, LinkAddress: "https://survey.example/s/"));
        Assert.Contains("19 марта: https://survey.example/s/aBcDeFgHiJkLmNoP", engine.Show(linked, null, Today).Text, StringComparison.Ordinal);
    }

    private static void AssertNotAsked(Citizen citizen)
    {
        Assert.Same(citizen.State, Shipped.Engine.Step(citizen.State, new DialogInput.AskAgain(), Today).State);
        Assert.Same(citizen.State, Shipped.Engine.Step(citizen.State, new DialogInput.ResultGiven(Today), Today).State);
    }

    private static DateTimeOffset Ten(int day) => new(2026, 3, day, 10, 0, 0, TimeSpan.FromHours(5));

    private Citizen NotYet(DateTimeOffset? since = null) =>
        _words.Start(new SurveyLink("receipt", "1403024", null, "astana", Since: since)).Tap(_words["start.consent_yes"]).Tap(_words.Option("outcome", "not_yet"));
}
