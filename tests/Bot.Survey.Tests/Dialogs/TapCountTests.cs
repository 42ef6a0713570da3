using Bot.Survey.Dialogs;
using Xunit;

namespace Bot.Survey.Tests.Dialogs;

/// <summary>Taps to a submitted response, the opening of the bot («Start») counted as one.</summary>
public sealed class TapCountTests
{
    [Fact]
    public void The_shortest_path_takes_at_most_17_taps()
    {
        var w = new Words("kk");
        var citizen = w.Start(new SurveyLink("receipt", "2602001", "electronic", "astana")).Tap(w["start.consent_yes"]).Tap(w.Option("outcome", "granted"))
            .RateAll("5").Tap(w["flow.submit"]);
        Assert.Contains(citizen.Facts, f => f is DialogFact.Submitted);
        Assert.InRange(citizen.Taps + 1, 1, 17);
    }

    [Fact]
    public void The_usual_path_takes_at_most_28_taps_up_to_submit()
    {
        var w = new Words("kk");
        var citizen = w.Start().Tap(w["start.consent_yes"]).Type("апостиль").Tap(w.Option("outcome", "granted")).Tap(w.Option("channel", "con_desk"))
            .Tap(w.Region("aktobe")).RateAll("5", ("building", "2")).Tap(w["flow.submit"]);
        Assert.Contains(citizen.Facts, f => f is DialogFact.Submitted);
        Assert.InRange(citizen.Taps + 2, 1, 28); // opening the bot, and the typed word
    }
}
