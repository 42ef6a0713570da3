namespace Bot.Survey.Dialogs;

/// <summary>The time zone of Kazakhstan: UTC+5 all year, everywhere, since 1 March 2024.</summary>
public static class AlmatyTime
{
    /// <summary>The offset from UTC.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(5);

    /// <summary>The calendar day of a moment.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>A time of day as a moment.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);
}
