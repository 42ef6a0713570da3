using Bot.Survey.Dialogs;

namespace Bot.Conversations.Routing;

/// <summary>What stood behind <c>/start</c>.</summary>
internal abstract record StartPayload
{
    private StartPayload() { }

    /// <summary>Nothing.</summary>
    public sealed record Empty : StartPayload;

    /// <summary>A link that names a service, and perhaps form and region; anybody may use it.</summary>
    public sealed record Service(SurveyLink Link) : StartPayload;

    /// <summary>What may be the code of an invitation or a place, or nothing good.</summary>
    public sealed record Token(string Value) : StartPayload;
}
