using System.Globalization;
using Bot.Survey.Catalogue;
using Xunit;

namespace Bot.Survey.Tests.Catalogue;

public sealed class HolidaysTests
{
    [Theory]
    [InlineData("2026-01-02", true)]
    [InlineData("2026-01-03", false)]
    [InlineData("2026-01-07", true)]
    [InlineData("2026-03-08", true)]
    [InlineData("2026-03-09", true)]
    [InlineData("2026-03-10", false)]
    [InlineData("2026-03-25", true)]
    [InlineData("2026-05-27", true)]
    [InlineData("2026-08-31", true)]
    [InlineData("2026-10-26", true)]
    [InlineData("2026-12-15", false)]
    [InlineData("2026-12-16", true)]
    [InlineData("2027-01-04", true)]
    [InlineData("2027-05-16", true)]
    [InlineData("2027-05-17", false)]
    public void The_days_off_are_known(string day, bool isOff) => Assert.Equal(isOff, Shipped.Holidays.Contain(Day(day)));

    // 1–2 January, 8, 21–23 March, 1, 7, 9 May, 6 July, 30 August, 25 October, 16 December: on a weekend the next working day is off. Not so 7 January and Kurban Ait.
    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    public void A_holiday_on_a_weekend_gives_the_next_working_day(int year)
    {
        (int, int)[] holidays = [(1, 1), (1, 2), (3, 8), (3, 21), (3, 22), (3, 23), (5, 1), (5, 7), (5, 9), (7, 6), (8, 30), (10, 25), (12, 16)];
        var days = holidays.Select(h => new DateOnly(year, h.Item1, h.Item2)).ToList();
        var expected = days.ToHashSet();
        foreach (var day in days.Where(IsWeekend))
        {
            var next = day;
            while (IsWeekend(next) || expected.Contains(next))
                next = next.AddDays(1);
            expected.Add(next);
        }

        var off = Enumerable.Range(0, 365).Select(new DateOnly(year, 1, 1).AddDays).Where(Shipped.Holidays.Contain);
        Assert.Equal(2, off.Except(expected).Count());
        Assert.Empty(expected.Except(off));
    }

    [Fact]
    public void The_years_that_the_file_names_are_known() =>
        Assert.Equal([false, true, true, false], new[] { 2025, 2026, 2027, 2028 }.Select(Shipped.Holidays.Know));

    [Theory]
    [InlineData("{", "holidays.json: is not JSON")]
    [InlineData("[]", "holidays.json: must be an object")]
    [InlineData("""{"2026-02-30": "x"}""", "holidays.json: 2026-02-30: must be a date as 2026-03-23")]
    [InlineData("""{"2026-01-02": ""}""", "holidays.json: 2026-01-02: must be a text")]
    [InlineData("""{"2026-01-02": "x", "2026-01-01": "x"}""", "holidays.json: 2026-01-01: must stand in the order of the days")]
    public void A_fault_is_named_with_its_place(string json, string fault)
    {
        Assert.False(Holidays.TryParse(json, out _, out var faults));
        Assert.StartsWith(fault, Assert.Single(faults).ToString(), StringComparison.Ordinal);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
