using Bot.Cases;
using Bot.Hosting;
using Xunit;

namespace Bot.Tests.Cases;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-11-23", 1, "2026-11-24")]
    [InlineData("2026-11-25", 5, "2026-12-02")]
    [InlineData("2026-11-27", 1, "2026-11-30")]
    [InlineData("2026-11-28", 1, "2026-11-30")]
    [InlineData("2026-11-29", 5, "2026-12-04")]
    [InlineData("2026-11-30", 60, "2027-02-26")]
    [InlineData("2026-12-15", 1, "2026-12-17")]
    [InlineData("2026-03-20", 1, "2026-03-26")]
    public void Weekends_and_holidays_are_passed_over(string day, int count, string last) =>
        Assert.Equal(Day(last), new WorkingDays(SurveyFiles.Read("dialogs", "localization").Holidays).After(Day(day), count));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
