using System.Globalization;

namespace Bot.Channels.DirectLine;

/// <summary>Number of the last activity that somebody has seen, as it stands in an address.</summary>
internal static class Watermark
{
    // Numbers start at milliseconds since 1970 and must stay whole in JavaScript.
    private const long Highest = 1L << 52;

    public static string Write(long watermark) => watermark.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null where there is none, or none of ours: then everything is sent again, which is always right.</summary>
    public static long? Read(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Highest ? number : null;
}
