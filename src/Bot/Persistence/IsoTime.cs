using System.Globalization;

namespace Bot.Persistence;

/// <summary>Reads times that other programs write.</summary>
internal static class IsoTime
{
    /// <summary>What is allowed, for messages.</summary>
    public const string Allowed = "ISO 8601 with offset from the year 2000 on, as 2026-03-01T10:15:00+05:00";

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        // Without an offset the time would silently be taken as the server's.
        if (!text.EndsWith('Z') && (text.Length < 6 || text[^6] is not ('+' or '-')))
            return false;
        if (!DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year < 2000)
            return false;
        time = Microseconds.Truncate(read);
        return true;
    }
}
