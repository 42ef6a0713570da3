using Bot.Alerts;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Persistence.Entities;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Alerts;

public sealed class SubscriptionTimesTests
{
    private static readonly SubscriptionTimes Times = new(Options.Create(new AlertsOptions()));

    [Theory]
    [InlineData("2026-11-25T08:59:59+05:00", "2026-11-25T09:00:00+05:00", "2026-11-30T09:00:00+05:00")]
    [InlineData("2026-11-25T09:00:00+05:00", "2026-11-26T09:00:00+05:00", "2026-11-30T09:00:00+05:00")]
    [InlineData("2026-11-29T23:00:00+00:00", "2026-11-30T09:00:00+05:00", "2026-11-30T09:00:00+05:00")]
    [InlineData("2026-11-30T08:00:00+05:00", "2026-11-30T09:00:00+05:00", "2026-11-30T09:00:00+05:00")]
    [InlineData("2026-11-30T09:00:00+05:00", "2026-12-01T09:00:00+05:00", "2026-12-07T09:00:00+05:00")]
    [InlineData("2026-12-31T20:00:00+05:00", "2027-01-01T09:00:00+05:00", "2027-01-04T09:00:00+05:00")]
    public void A_digest_is_due_at_nine_of_the_next_day_or_the_next_Monday(string now, string daily, string weekly)
    {
        Assert.Equal(At(daily), Times.NextDigest(DigestRhythm.Daily, At(now)));
        Assert.Equal(At(weekly), Times.NextDigest(DigestRhythm.Weekly, At(now)));
        Assert.Null(Times.NextDigest(DigestRhythm.None, At(now)));
    }

    [Theory]
    [InlineData("20:59", false)]
    [InlineData("21:00", true)]
    [InlineData("00:00", true)]
    [InlineData("08:59", true)]
    [InlineData("09:00", false)]
    public void Quiet_hours_last_from_nine_to_nine(string time, bool quiet) =>
        Assert.Equal(quiet, new QuietHours(Options.Create(new QuietHoursOptions()), SurveyFiles.Read("dialogs", "localization").Holidays).Contain(At($"2026-11-25T{time}:00+05:00").ToUniversalTime()));

    [Theory]
    [InlineData("09:00", "21:00", "09:00", 5, null)]
    [InlineData("20:59", "21:00", "09:00", 60, null)]
    [InlineData("08:59", "21:00", "09:00", 5, "Alerts:SendAt must lie outside the quiet hours (21:00–09:00), but is 08:59.")]
    [InlineData("21:00", "21:00", "09:00", 5, "Alerts:SendAt must lie outside the quiet hours (21:00–09:00), but is 21:00.")]
    [InlineData("09:00", "21:00", "09:00", 0, "Alerts:CaseWorkingDays must be 1 to 60, but is 0.")]
    public void A_wrong_option_is_named_with_its_range(string sendAt, string from, string to, int days, string? fault)
    {
        var quiet = Options.Create(new QuietHoursOptions { From = TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), To = TimeOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture) });
        var result = new AlertsOptionsValidator(quiet).Validate(null, new AlertsOptions { SendAt = TimeOnly.Parse(sendAt, System.Globalization.CultureInfo.InvariantCulture), CaseWorkingDays = days });
        Assert.Equal(fault, result.FailureMessage);
    }

    [Theory]
    [InlineData("21:00", "09:00", null)]
    [InlineData("13:00", "09:00", null)]
    [InlineData("12:59", "09:00", "QuietHours must leave at least 4 hours of a day, but last from 12:59 to 09:00.")]
    [InlineData("09:00", "09:00", "QuietHours must leave at least 4 hours of a day, but last from 09:00 to 09:00.")]
    public void Quiet_hours_leave_some_of_the_day(string from, string to, string? fault) => Assert.Equal(
        fault, new QuietHoursOptionsValidator().Validate(null, new QuietHoursOptions { From = TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), To = TimeOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture) }).FailureMessage);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
