using Bot.Conversations;
using Bot.Scores;

namespace Bot.Responses;

/// <summary>The columns of a file of responses: those before the items, one an item, the comment, and what only an export adds.</summary>
internal static class ResponseColumns
{
    public const string Id = "response_id";
    public const string Service = "service";
    public const string Form = "form";
    public const string Region = "region";
    public const string Channel = "channel";
    public const string Language = "language";
    public const string SubmittedAt = "submitted_at";
    public const string Outcome = "outcome";
    public const string Comment = "comment";

    public static IReadOnlyList<string> Required { get; } = [Id, Service, Form, Region, Channel, Language, SubmittedAt, Outcome];

    /// <summary>What an export adds at the end. <c>quarantine</c> says why a response is in no score; it is empty where it is.</summary>
    public static IReadOnlyList<string> Added { get; } = ["suggestion", "survey_channel", "source", "questionnaire_version", "quarantine"];

    public static IReadOnlyList<string> Outcomes { get; } = ["granted", "partial", "refused"];

    /// <summary>Values of <see cref="Channel"/> where the way of getting the service is unknown.</summary>
    public static IReadOnlyList<string> SurveyChannels { get; } = [ChannelNames.Telegram, ChannelNames.Web];

    /// <summary>Where a survey took place whose file tells only how the service was obtained.</summary>
    public const string Imported = "import";

    /// <summary>All that an import may have.</summary>
    public static IReadOnlyList<string> Importable(ScoringForms forms) => [.. Required, .. forms.Items, Comment];
}
