using Bot.Survey.Dialogs;

namespace Bot.Conversations.Routing;

/// <summary>Writes what <see cref="PayloadReader"/> reads. The code of a place is not known any more: its service, form and region are.</summary>
internal static class PayloadWriter
{
    public static string Write(SurveyLink link) => link switch
    {
        { Token: { } token } => token,
        { ServiceId: { } service, Form: "electronic" or "paper" } => $"svc_{service}_{link.Form[0]}" + (link.RegionId is { } region ? $"_{region}" : ""),
        { ServiceId: { } service } => $"svc_{service}",
        _ => "",
    };
}
