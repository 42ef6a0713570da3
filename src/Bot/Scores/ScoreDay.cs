using System.Globalization;
using Bot.Survey.Dialogs;

namespace Bot.Scores;

/// <summary>The day under which a response is counted: a number as yyyymmdd, in the time of Kazakhstan.</summary>
internal static class ScoreDay
{
    /// <summary>The cell of all days together.</summary>
    public const int All = 0;

    public static int Of(DateTimeOffset submittedAt) => Of(AlmatyTime.Day(submittedAt));

    public static int Of(DateOnly day) => (day.Year * 10000) + (day.Month * 100) + day.Day;

    public static DateOnly Date(int day) =>
        DateOnly.ParseExact(day.ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture);
}
