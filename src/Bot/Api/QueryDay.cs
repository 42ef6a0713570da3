using System.Globalization;

namespace Bot.Api;

/// <summary>A day in a request.</summary>
internal static class QueryDay
{
    /// <summary>The day; null where there is none, or none that can be read, which is a fault.</summary>
    public static DateOnly? Read(string name, string? text, Dictionary<string, string[]> faults)
    {
        if (text is null)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        faults[name] = ["must be a day, as 2026-03-01"];
        return null;
    }
}
