using Bot.Survey.Dialogs;

namespace Bot.Conversations.Routing;

/// <summary>Reads the payload of <c>/start</c>: nothing, <c>svc_SERVICE[_e|p[_REGION]]</c>, or the code of an invitation or a place.</summary>
internal static class PayloadReader
{
    private const string Service = "svc";

    public static StartPayload Read(string payload)
    {
        var text = payload.Trim();
        if (text.Length == 0)
            return new StartPayload.Empty();
        return text.Split('_') switch
        {
            [Service, { Length: > 0 } service] => Open(service, null, null),
            [Service, { Length: > 0 } service, "e"] => Open(service, "electronic", null),
            [Service, { Length: > 0 } service, "p"] => Open(service, "paper", null),
            [Service, { Length: > 0 } service, "e", { Length: > 0 } region] => Open(service, "electronic", region),
            [Service, { Length: > 0 } service, "p", { Length: > 0 } region] => Open(service, "paper", region),
            _ => new StartPayload.Token(text),
        };
    }

    private static StartPayload.Service Open(string service, string? form, string? region) => new(new SurveyLink("open", service, form, region));
}
