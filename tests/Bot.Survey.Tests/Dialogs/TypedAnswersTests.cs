using Bot.Survey.Dialogs;
using Xunit;

namespace Bot.Survey.Tests.Dialogs;

public sealed class TypedAnswersTests
{
    [Theory]
    [InlineData("білмеймін", "na")]
    [InlineData("Маған қатысты емес", "na")]
    [InlineData("маған қатысты емес / білмеймін", "na")]
    [InlineData("иә", "yes")]
    [InlineData("18", "age")]
    [InlineData("ба", "")]
    [InlineData("бас", "")]
    [InlineData("басты", "one")]
    [InlineData("/", "")]
    [InlineData("", "")]
    public void A_label_may_be_typed_whole_by_one_side_or_by_a_clear_beginning(string text, string data)
    {
        var card = new Card("?", [[new("Маған қатысты емес / білмеймін", "na"), new("Иә, өшіріңіз", "yes"), new("18–21 жас", "age"), new("Басты бет", "one"), new("Басқа", "two")]], "kk");
        Assert.Equal(data, card.FindTyped(text)?.Data ?? "");
    }

    [Fact]
    public void What_is_no_region_may_be_a_button_of_the_card()
    {
        var w = new Words("kk");
        var citizen = w.Start(new SurveyLink("open", "1403024", "electronic")).Tap(w["start.consent_yes"]).Tap(w.Option("outcome", "granted"));
        Assert.Equal("outcome", citizen.Type("артқа").State.Question);
        citizen.Tap(w.Option("outcome", "granted")).Type("айтқым келмейді");
        Assert.Equal("unknown", citizen.State.RegionId);
    }
}
