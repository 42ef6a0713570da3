using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Microsoft.Extensions.Options;

namespace Bot.Conversations;

/// <summary>Whether people may be written to who do not wait for an answer: not in the evening and at night, and not on holidays.</summary>
internal sealed class QuietHours(IOptions<QuietHoursOptions> options, Holidays holidays)
{
    public bool Contain(DateTimeOffset moment) =>
        holidays.Contain(AlmatyTime.Day(moment)) || options.Value.Contain(TimeOnly.FromTimeSpan(moment.ToOffset(AlmatyTime.Offset).TimeOfDay));

    /// <summary>When they begin next, seen from a moment outside them.</summary>
    public DateTimeOffset NextFrom(DateTimeOffset moment) => AlmatyTime.At(AlmatyTime.Day(moment), options.Value.From);
}
