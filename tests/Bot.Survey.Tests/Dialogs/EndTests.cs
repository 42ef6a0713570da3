using Bot.Survey.Dialogs;
using Xunit;

namespace Bot.Survey.Tests.Dialogs;

public class EndTests
{
    private readonly SurveyLink _link = new(SurveyLink.AtPlace, "2602001", "electronic", "astana", Place: "12345678");

    [Fact]
    public void A_card_is_the_end_from_the_submit_on()
    {
        var citizen = Begin().Tap("Услуга получена полностью");
        Assert.False(citizen.Card.IsEnd);
        citizen.RateAll("5");
        Assert.False(citizen.Card.IsEnd);
        citizen.Tap("Отправить");
        Assert.True(citizen.Card.IsEnd);
    }

    [Theory]
    [InlineData("Заявление отозвано")]
    [InlineData("Результата еще нет", "Не спрашивать")]
    public void Who_has_nothing_to_rate_is_at_the_end_too(params string[] taps)
    {
        var citizen = Begin();
        foreach (var tap in taps)
        {
            Assert.False(citizen.Card.IsEnd);
            citizen.Tap(tap);
        }

        Assert.True(citizen.Card.IsEnd);
    }

    [Fact]
    public void Who_had_not_withdrawn_after_all_is_asked_for_the_outcome_again()
    {
        var citizen = Begin().Tap("Заявление отозвано").Tap("Назад");
        Assert.Equal((Screen.Question, Answers.Outcome, false), (citizen.State.Screen, citizen.State.Question, citizen.Card.IsEnd));
        citizen.Tap("Услуга получена полностью").RateAll("5").Tap("Отправить");
        Assert.Equal("granted", citizen.State.Answers[Answers.Outcome]);
    }

    [Theory]
    [InlineData("Заявление отозвано")]
    [InlineData("Результата еще нет")]
    public void An_outcome_that_was_taken_back_is_no_answer(string outcome)
    {
        var citizen = new Citizen(SurveyLink.None, "web", "ru").Tap("Даю согласие");
        var service = citizen.Card.Rows[0][0].Text;
        citizen.Tap(service).Tap(outcome).Tap("Назад").Tap("Назад").Tap(service);
        Assert.Equal((Screen.Question, Answers.Outcome), (citizen.State.Screen, citizen.State.Question));
    }

    [Fact]
    public void So_is_who_refuses()
    {
        var citizen = new Citizen(_link, "web", "ru").Tap("Не даю согласия");
        Assert.True(citizen.Card.IsEnd);
        Assert.Equal("12345678", citizen.State.Link.Place);
    }

    private Citizen Begin() => new Citizen(_link, "web", "ru").Tap("Даю согласие");
}
