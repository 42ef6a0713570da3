using Bot.Survey.Dialogs;

namespace Bot.Quarantine;

/// <summary>Names the link by which a person came, where it is one that anybody may use any number of times: a printed code, a link in a chat.</summary>
internal static class SourceLink
{
    /// <summary>Null where the person came by themselves, or by a link of their own.</summary>
    public static string? Of(SurveyLink link) =>
        link.InvitationId is not null ? null
        : link.Place is { } place ? string.Join(':', link.Source, link.ServiceId, link.Form, link.RegionId, place)
        : link.ServiceId is { } service ? string.Join(':', link.Source, service, link.Form, link.RegionId) : null;
}
