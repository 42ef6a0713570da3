using System.Globalization;
using Bot.Conversations;
using Bot.Persistence.Entities;
using Bot.Quarantine;
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
    public const string Suggestion = "suggestion";
    public const string SurveyChannel = "survey_channel";
    public const string Source = "source";
    public const string Version = "questionnaire_version";

    /// <summary>Why a response is in no score; empty where it is.</summary>
    public const string Quarantine = "quarantine";

    public static IReadOnlyList<string> Required { get; } = [Id, Service, Form, Region, Channel, Language, SubmittedAt, Outcome];

    /// <summary>What an export adds at the end.</summary>
    public static IReadOnlyList<string> Added { get; } = [Suggestion, SurveyChannel, Source, Version, Quarantine];

    public static IReadOnlyList<string> Outcomes { get; } = ["granted", "partial", "refused"];

    /// <summary>Values of <see cref="Channel"/> where the way of getting the service is unknown.</summary>
    public static IReadOnlyList<string> SurveyChannels { get; } = ChannelNames.All;

    /// <summary>Where a survey took place whose file tells only how the service was obtained.</summary>
    public const string Imported = "import";

    /// <summary>All that an import may have.</summary>
    public static IReadOnlyList<string> Importable(ScoringForms forms) => [.. Required, .. forms.Items, Comment];

    /// <summary>All that an export has.</summary>
    public static IReadOnlyList<string> Exported(ScoringForms forms) => [.. Importable(forms), .. Added];

    /// <summary>What stands in a column that is neither an answer nor a text of the person; null in those, and where there is nothing.</summary>
    public static string? Of(ResponseRow response, string column) => column switch
    {
        Id => StoredResponses.FileId(response),
        Service => response.ServiceId,
        Form => response.Form,
        Region => response.RegionId,
        Channel => StoredResponses.Channel(response),
        Language => response.Language,
        SubmittedAt => response.SubmittedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        Outcome => response.Outcome,
        SurveyChannel => response.SurveyChannel,
        Source => response.Source,
        Version => response.QuestionnaireVersion.ToString(CultureInfo.InvariantCulture),
        Quarantine => response.IsOut() ? response.QuarantineReason : null,
        _ => null,
    };
}
