using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Quarantine;

namespace Bot.Quarantine;

/// <summary>The columns of a response that tell of its quarantine. Its ratings enter and leave the scores apart from them.</summary>
internal static class QuarantineMark
{
    /// <summary>Who acts where a rule does, in the audit log.</summary>
    public const string Rule = "rule";

    /// <summary>Whether the response is kept out of the scores.</summary>
    public static bool IsOut(this ResponseRow response) => response.Quarantine is QuarantineStatus.Suspected or QuarantineStatus.Confirmed;

    public static void Suspect(ResponseRow response, QuarantineReason reason, DateTimeOffset now) =>
        (response.Quarantine, response.QuarantineReason, response.QuarantinedAt) = (QuarantineStatus.Suspected, reason.Id(), now);

    /// <summary>The entry of the audit log: responses by their ids, nobody by name.</summary>
    public static AuditEntryRow Audit(IdSource ids, DateTimeOffset now, string actor, string action, string reason, IEnumerable<long> responses) => new()
    {
        Id = ids.Next(),
        At = now,
        Actor = actor,
        Action = "quarantine." + action,
        Subject = string.Join(' ', [reason, .. responses.Select(id => FormattableString.Invariant($"{id}"))]),
    };

    public static string Id(this QuarantineReason reason) => reason switch
    {
        QuarantineReason.Speeder => "speeder",
        QuarantineReason.StraightLiner => "straight_liner",
        QuarantineReason.LinkBurst => "link_burst",
        QuarantineReason.PlaceBurst => "place_burst",
        QuarantineReason.PlaceRepeat => "place_repeat",
        _ => "person_burst",
    };
}
