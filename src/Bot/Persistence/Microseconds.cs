using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bot.Persistence;

/// <summary>The precision of a stored time: what both databases keep.</summary>
internal static class Microseconds
{
    /// <summary>The time in UTC without what the database would drop.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset time) => From(To(time));

    public static long To(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset From(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}

internal sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(t => Microseconds.To(t), m => Microseconds.From(m));

internal sealed class TruncatingConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(t => Microseconds.Truncate(t), t => t.ToUniversalTime());
