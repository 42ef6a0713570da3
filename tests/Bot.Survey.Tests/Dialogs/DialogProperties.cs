using Bot.Survey.Dialogs;
using FsCheck.Xunit;
using Xunit;

namespace Bot.Survey.Tests.Dialogs;

public sealed class DialogProperties
{
    private static readonly SurveyLink[] Links =
    [
        SurveyLink.None,
        new("receipt", "2602001", "electronic", "astana"),
        new("receipt", "3102008", "paper", "shymkent"),
        new("receipt", "402016", "proactive", "abai"),
        new("invitation", "702001", "electronic", "jetisu"),
        new("place", "705006"),
        new("open", "no-such-service", "no-such-form", "no-such-region"),
    ];

    /// <summary>Any input in any state gives a sensible card; no answer is lost; what is submitted is what was pressed; progress never falls.</summary>
    [Property(MaxTest = 400)]
    public void Whatever_people_do_the_dialog_stays_sound(int seed)
    {
        var at = Math.Abs(seed % Links.Length);
        new Walker(seed, Links[at]).Walk(150);
    }

    [Fact]
    public void Random_walks_reach_submit_and_so_prove_something()
    {
        var submits = Enumerable.Range(0, 60).Sum(seed =>
        {
            var walker = new Walker(seed, Links[1 + (seed % 4)]);
            walker.Walk(200);
            return walker.Submits;
        });
        Assert.True(submits > 20, $"only {submits} submits in 60 walks");
    }

    [Property(MaxTest = 100)]
    public void Back_returns_to_the_question_just_answered_with_its_answer_ticked(int seed)
    {
        var random = new Random(seed);
        var citizen = new Citizen(Links[1 + (Math.Abs(seed % 4))], language: "ru", consented: true).Tap("Услуга получена полностью");
        while (citizen.State.Screen == Screen.Question)
        {
            var (question, answers) = (citizen.State.Question, citizen.State.Answers);
            var options = citizen.Buttons.Where(b => b.Data.Contains($".{question}.", StringComparison.Ordinal) && !b.Text.StartsWith('☐')).ToList();
            citizen.Tap(Citizen.Plain(options[random.Next(options.Count)].Text));
            var after = citizen.State.Answers;
            citizen.Tap("Назад");
            Assert.Equal(question, citizen.State.Question);
            Assert.Equal(after, citizen.State.Answers);
            Assert.Equal(answers.Count + 1, after.Count);
            var ticked = citizen.Buttons.Single(b => b.Text.StartsWith('✓') || b.Text.StartsWith('☑') || b.Data.EndsWith($".{question}.{after[question!]}", StringComparison.Ordinal));
            citizen.Tap(Citizen.Plain(ticked.Text));
            Assert.Equal(after, citizen.State.Answers);
        }
        Assert.Equal(Screen.Review, citizen.State.Screen);
    }
}
