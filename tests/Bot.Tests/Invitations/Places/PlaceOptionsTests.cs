using Bot.Invitations.Places;
using Xunit;

namespace Bot.Tests.Invitations.Places;

public sealed class PlaceOptionsTests
{
    [Fact]
    public void The_defaults_are_valid()
    {
        var options = new PlaceOptions();
        Assert.True(new PlaceOptionsValidator().Validate(null, options).Succeeded);
        Assert.Equal((30, 30), (options.PlaceSubmitsPerHour, options.PlaceRepeatDays));
    }

    [Fact]
    public void Every_wrong_value_is_refused_with_its_name_and_range() => Assert.Equal(
        ["Invitations:PlaceSubmitsPerHour must lie between 1 and 100000, but is 0.", "Invitations:PlaceRepeatDays must lie between 1 and 365, but is 366."],
        new PlaceOptionsValidator().Validate(null, new PlaceOptions { PlaceSubmitsPerHour = 0, PlaceRepeatDays = 366 }).Failures);
}
