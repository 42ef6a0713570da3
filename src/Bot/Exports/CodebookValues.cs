using Bot.Quarantine;
using Bot.Responses;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Bot.Survey.Quarantine;
using Bot.Survey.Questionnaires;
using Bot.Survey.Scoring;

namespace Bot.Exports;

/// <summary>The values that a column may hold, with their meaning; none for a column of numbers, times or texts.</summary>
internal sealed class CodebookValues(ServiceCatalogue catalogue, QuestionnaireSet questionnaires, TextCatalogue texts)
{
    private static readonly string[] Sources = ["receipt", "invitation", "place", "open", ResponseColumns.Imported];
    private static readonly string[] Statuses = [ScoreStatus.TooFew, ScoreStatus.Preliminary, ScoreStatus.Shown];
    private static readonly string[] AllZones = [Zones.Portal, Zones.FrontOffice, Zones.Authority, Zones.Whole];

    public IReadOnlyList<CodebookValue> Of(string column) => column switch
    {
        ResponseColumns.Service => [.. catalogue.Services.Select(s => new CodebookValue(s.Id, language => s.Name[language]))],
        ResponseColumns.Form => Named("service.form_", ServiceForms.All.Select(f => f.Id())),
        ResponseColumns.Region =>
            [.. catalogue.Regions.Select(r => new CodebookValue(r.Id, language => r.Name[language])), Text(Region.Unknown, "manager.region_unknown")],
        ResponseColumns.Channel => [.. Named("questions.channel.options.", catalogue.Channels), .. SurveyChannels(ResponseColumns.SurveyChannels)],
        ResponseColumns.Language => [.. texts.Languages.Select(l => new CodebookValue(l.Code, _ => l.Name))],
        ResponseColumns.Outcome => Named("questions.outcome.options.", ResponseColumns.Outcomes),
        ResponseColumns.SurveyChannel => SurveyChannels([.. ResponseColumns.SurveyChannels, ResponseColumns.Imported]),
        ResponseColumns.Source => Named("export.codebook.source.", Sources),
        ResponseColumns.Quarantine => Named("quarantine.reason_", Enum.GetValues<QuarantineReason>().Select(reason => reason.Id())),
        "criterion" => Named("criteria.", questionnaires.All.SelectMany(q => q.Criteria).Distinct(StringComparer.Ordinal)),
        "item" => [.. questionnaires.All.SelectMany(q => q.Questions.Where(question => question.Counted).Select(question => Text(question.Key, question.Label) with { Of = q }))],
        "provider" => [.. catalogue.Providers.Select(p => new CodebookValue(p.Id, language => p.Name[language]))],
        "zone" => Named("manager.zone_", AllZones),
        "level" => Named("manager.level_", Enum.GetValues<Level>().Select(level => level.Id())),
        "status" => Named("export.codebook.status.", Statuses),
        _ => [],
    };

    private IReadOnlyList<CodebookValue> SurveyChannels(IEnumerable<string> ids) => Named("export.codebook.survey_channel.", ids);

    private IReadOnlyList<CodebookValue> Named(string keys, IEnumerable<string> ids) => [.. ids.Select(id => Text(id, keys + id))];

    private CodebookValue Text(string id, string key) => new(id, language => texts.Get(language, key));
}

/// <param name="Label">What the value means, by language.</param>
/// <param name="Of">The questionnaire of which it is true; null: of all.</param>
internal sealed record CodebookValue(string Id, Func<string, string> Label, Questionnaire? Of = null);
