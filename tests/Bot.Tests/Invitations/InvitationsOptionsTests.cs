using Bot.Invitations;
using Xunit;

namespace Bot.Tests.Invitations;

public sealed class InvitationsOptionsTests
{
    [Fact]
    public void People_rest_for_two_weeks_by_default() => Assert.Equal(14, new InvitationsOptions().CooldownDays);

    [Theory]
    [InlineData(-1, "Invitations:CooldownDays must lie between 0 and 365, but is -1.")]
    [InlineData(366, "Invitations:CooldownDays must lie between 0 and 365, but is 366.")]
    [InlineData(0, null)]
    [InlineData(365, null)]
    public void A_wrong_rest_is_refused_with_its_range(int days, string? message) =>
        Assert.Equal(message, new InvitationsOptionsValidator().Validate(null, new InvitationsOptions { CooldownDays = days }).FailureMessage);
}
