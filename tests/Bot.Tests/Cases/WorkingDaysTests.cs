using Bot.Cases;
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
    [InlineData("2026-11-30", 60, "2027-02-22")]
    public void Saturdays_and_Sundays_are_passed_over(string day, int count, string last) =>
        Assert.Equal(Day(last), WorkingDays.After(Day(day), count));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
