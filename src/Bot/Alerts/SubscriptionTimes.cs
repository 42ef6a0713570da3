using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Microsoft.Extensions.Options;

namespace Bot.Alerts;

/// <summary>When what is due next.</summary>
internal sealed class SubscriptionTimes(IOptions<AlertsOptions> options)
{
    /// <summary>The digest after this moment: the next day, or the next Monday; null: none.</summary>
    public DateTimeOffset? NextDigest(DigestRhythm rhythm, DateTimeOffset now) => rhythm switch
    {
        DigestRhythm.Daily => Next(now),
        DigestRhythm.Weekly => Next(now, DayOfWeek.Monday),
        _ => null,
    };

    /// <summary>Alerts are looked for once a day, over whole days, so that the moment of an alert tells of nobody.</summary>
    public DateTimeOffset NextAlert(DateTimeOffset now) => Next(now);

    private DateTimeOffset Next(DateTimeOffset now, DayOfWeek? only = null)
    {
        var day = AlmatyTime.Day(now);
        while (AlmatyTime.At(day, options.Value.SendAt) <= now || (only is { } weekday && day.DayOfWeek != weekday))
            day = day.AddDays(1);
        return AlmatyTime.At(day, options.Value.SendAt);
    }
}
