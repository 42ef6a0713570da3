using Bot.Survey.Catalogue;

namespace Bot.Cases;

/// <summary>Days from Monday to Friday that are no holidays.</summary>
internal sealed class WorkingDays(Holidays holidays)
{
    /// <summary>The last of so many working days after a day.</summary>
    public DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays.Contain(day) ? 0 : 1;
        }

        return day;
    }
}
