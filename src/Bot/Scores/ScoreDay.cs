using Bot.Survey.Dialogs;

namespace Bot.Scores;

/// <summary>The day under which a response is counted: a number as yyyymmdd, in the time of Kazakhstan; a month is its day 00.</summary>
internal static class ScoreDay
{
    /// <summary>The cell of all days together.</summary>
    public const int All = 0;

    /// <summary>The month of a day.</summary>
    public static int MonthOf(int day) => day / 100 * 100;

    public static bool IsMonth(int day) => day != All && day % 100 == 0;

    public static int Of(DateTimeOffset submittedAt) => Of(AlmatyTime.Day(submittedAt));

    public static int Of(DateOnly day) => (day.Year * 10000) + (day.Month * 100) + day.Day;

    public static DateOnly Date(int day) => new(day / 10000, day / 100 % 100, day % 100);
}
