namespace Bot.Survey.Catalogue;

/// <summary>The unit of a deadline.</summary>
public enum DeadlineUnit
{
    /// <summary>Minutes of waiting or of service at a counter.</summary>
    Minute,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Days without week-ends and holidays.</summary>
    WorkingDay,

    /// <summary>Days of the calendar.</summary>
    CalendarDay,
}
