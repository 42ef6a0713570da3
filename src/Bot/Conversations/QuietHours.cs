using Bot.Survey.Dialogs;
using Microsoft.Extensions.Options;

namespace Bot.Conversations;

/// <summary>Whether people may be written to who do not wait for an answer.</summary>
internal sealed class QuietHours(IOptions<QuietHoursOptions> options)
{
    public bool Contain(DateTimeOffset moment) => options.Value.Contain(TimeOnly.FromTimeSpan(moment.ToOffset(AlmatyTime.Offset).TimeOfDay));
}
