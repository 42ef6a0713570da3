using System.Globalization;

namespace Bot.Api;

/// <summary>The first and the last day in a request, each null where there is none.</summary>
internal static class QueryDays
{
    public static (DateOnly? From, DateOnly? To) Read(string? from, string? to, Dictionary<string, string[]> faults)
    {
        var days = (From: ReadDay("from", from, faults), To: ReadDay("to", to, faults));
        if (days.From > days.To)
            faults["to"] = ["must not lie before from"];
        return days;
    }

    private static DateOnly? ReadDay(string name, string? text, Dictionary<string, string[]> faults)
    {
        if (text is null)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        faults[name] = ["must be a day, as 2026-03-01"];
        return null;
    }
}
