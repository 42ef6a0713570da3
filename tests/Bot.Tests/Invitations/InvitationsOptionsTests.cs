using Bot.Invitations;
using Xunit;

namespace Bot.Tests.Invitations;

public sealed class InvitationsOptionsTests
{
    [Fact]
    public void The_defaults_rest_two_weeks_and_remind_after_three_and_seven_days()
    {
        var options = new InvitationsOptions();
        Assert.Equal((14, 2, 3, 7), (options.CooldownDays, options.Reminders, options.FirstReminderDays, options.SecondReminderDays));
        Assert.True(new InvitationsOptionsValidator().Validate(null, options).Succeeded);
        Assert.Equal((3, 4), (options.ReminderAfter(1).Days, options.ReminderAfter(2).Days));
    }

    [Theory]
    [InlineData(-1, 2, 3, 7, "Invitations:CooldownDays must lie between 0 and 365, but is -1.")]
    [InlineData(366, 2, 3, 7, "Invitations:CooldownDays must lie between 0 and 365, but is 366.")]
    [InlineData(14, 3, 3, 7, "Invitations:Reminders must lie between 0 and 2, but is 3.")]
    [InlineData(14, 2, 0, 7, "Invitations:FirstReminderDays must lie between 1 and 28, but is 0.")]
    [InlineData(14, 2, 29, 29, "Invitations:FirstReminderDays must lie between 1 and 28, but is 29.")]
    [InlineData(14, 2, 3, 3, "Invitations:SecondReminderDays must lie between 4 and 29, but is 3.")]
    [InlineData(14, 2, 3, 30, "Invitations:SecondReminderDays must lie between 4 and 29, but is 30.")]
    public void A_wrong_option_is_named_with_its_range(int cooldown, int reminders, int first, int second, string fault) => Assert.Equal(
        fault,
        new InvitationsOptionsValidator().Validate(
            null, new InvitationsOptions { CooldownDays = cooldown, Reminders = reminders, FirstReminderDays = first, SecondReminderDays = second }).FailureMessage);

    [Fact]
    public void The_borders_are_good() => Assert.True(new InvitationsOptionsValidator().Validate(
        null, new InvitationsOptions { CooldownDays = 365, Reminders = 0, FirstReminderDays = 28, SecondReminderDays = 29 }).Succeeded);
}
