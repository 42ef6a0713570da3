namespace Bot.Survey.Catalogue;

/// <summary>The term that the register sets for a service in one case.</summary>
/// <param name="Case">«all», or what the case is in the register's own words (Russian): not meant to be shown.</param>
/// <param name="Value">How many units, at least 1.</param>
/// <param name="Unit">The unit.</param>
public sealed record Deadline(string Case, int Value, DeadlineUnit Unit)
{
    /// <summary>The case of a deadline that holds for everyone.</summary>
    public const string Everyone = "all";

    /// <summary>Whether it is counted in days rather than in time at a counter.</summary>
    public bool IsInDays => Unit is DeadlineUnit.WorkingDay or DeadlineUnit.CalendarDay;

    /// <summary>A term in days as days of the calendar, holidays aside: five working days take a week.</summary>
    public int CalendarDays => Unit is DeadlineUnit.WorkingDay ? (int)Math.Ceiling(Value * 7 / 5.0) : Value;
}
