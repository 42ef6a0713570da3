namespace Bot.Cases;

/// <summary>Days from Monday to Friday; which of them are holidays changes from year to year and is not known here.</summary>
internal static class WorkingDays
{
    /// <summary>The last of so many working days after a day.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
