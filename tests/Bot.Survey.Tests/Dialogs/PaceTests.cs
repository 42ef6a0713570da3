using Bot.Survey.Dialogs;
using Xunit;

namespace Bot.Survey.Tests.Dialogs;

public sealed class PaceTests
{
    private const string Skip = "Не касается меня / не знаю";

    [Fact]
    public void Only_the_time_on_rating_cards_is_counted()
    {
        var citizen = new Citizen(new SurveyLink("open", "2602001", "electronic", "astana"), language: "ru", consented: true);
        Wait(citizen, 50).Tap("Услуга получена полностью");
        Assert.Equal(default, citizen.State.Pace);
        Wait(citizen, 4).Tap("5");
        Wait(citizen, 6).Tap(Skip);
        Assert.Equal(new Pace(TimeSpan.FromSeconds(10), 2), citizen.State.Pace);
        while (citizen.State.Screen == Screen.Question)
            Wait(citizen, 2).Tap(citizen.Buttons.Any(b => Citizen.Plain(b.Text) == "5") ? "5" : citizen.Buttons.Any(b => b.Text == "Нет, не понадобилось") ? "Нет, не понадобилось" : "Нет");
        Assert.Equal(new Pace(TimeSpan.FromSeconds(24), 9), citizen.State.Pace);
        Wait(citizen, 30).Tap("Отправить");
        Assert.Equal(24, citizen.State.Pace.Time.TotalSeconds);
    }

    [Fact]
    public void A_pause_makes_nobody_faster_and_nobody_slower()
    {
        var citizen = Rating();
        for (var i = 0; i < 3; i++)
            Wait(citizen, 10).Tap("5");
        Wait(citizen, 2 * 86_400).Do(new DialogInput.TimeOut());
        Wait(citizen, 1).Tap("Продолжить");
        Wait(citizen, 10).Tap("5");
        Assert.Equal(10, citizen.State.Pace.Each?.TotalSeconds);
        Assert.Equal(4, citizen.State.Pace.Answers);
    }

    [Theory]
    [InlineData(60, 60, 1)]
    [InlineData(60.001, 0, 0)]
    [InlineData(-5, 0, 0)]
    public void A_stay_of_over_a_minute_is_a_pause(double stay, double time, int answers) =>
        Assert.Equal(new Pace(TimeSpan.FromSeconds(time), answers), default(Pace).With(TimeSpan.FromSeconds(stay), answered: true));

    [Fact]
    public void Reading_in_one_language_and_answering_in_the_other_is_one_answer_of_both_times()
    {
        var citizen = Rating();
        Wait(citizen, 5).Tap("Қазақша");
        Wait(citizen, 3).Tap("5");
        Assert.Equal(new Pace(TimeSpan.FromSeconds(8), 1), citizen.State.Pace);
    }

    [Fact]
    public void Who_begins_anew_is_timed_anew()
    {
        var citizen = Rating();
        Wait(citizen, 1).Tap("5");
        citizen.Do(new DialogInput.Open()).Tap("Начать заново");
        Assert.Equal(default, citizen.State.Pace);
    }

    [Fact]
    public void The_pace_is_kept_with_the_state()
    {
        var citizen = Rating();
        Wait(citizen, 1.5).Tap("5");
        Assert.Equal(citizen.State.Pace, DialogJson.Read(DialogJson.Write(citizen.State)).Pace);
        Assert.DoesNotContain("Each", DialogJson.Write(citizen.State), StringComparison.Ordinal);
    }

    private static Citizen Rating() =>
        new Citizen(new SurveyLink("open", "2602001", "electronic", "astana"), language: "ru", consented: true).Tap("Услуга получена полностью");

    private static Citizen Wait(Citizen citizen, double seconds)
    {
        citizen.Now = citizen.Now.AddSeconds(seconds);
        return citizen;
    }
}
