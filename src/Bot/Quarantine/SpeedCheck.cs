using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Microsoft.Extensions.Options;

namespace Bot.Quarantine;

/// <summary>Judges at submit whether a response was given too fast. One that was doubted before is judged by staff alone.</summary>
internal sealed class SpeedCheck(IOptions<QuarantineOptions> options, IdSource ids)
{
    /// <summary>Marks a response that is too fast; gives the entry for the audit log, null where there is nothing to doubt.</summary>
    public AuditEntryRow? Judge(ResponseRow response, DialogState state, IReadOnlyList<KeyValuePair<string, int>> ratings, DateTimeOffset now)
    {
        if (!options.Value.Enabled || response.Quarantine is not null || options.Value.Speed.Judge(state.Pace, [.. ratings.Select(r => r.Value)]) is not { } reason)
            return null;
        QuarantineMark.Suspect(response, reason, now);
        return QuarantineMark.Audit(ids, now, QuarantineMark.Rule, "suspect", reason.Id(), [response.Id]);
    }
}
