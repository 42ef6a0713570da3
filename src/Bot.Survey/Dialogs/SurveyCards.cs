using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Bot.Survey.Questionnaires;

namespace Bot.Survey.Dialogs;

/// <summary>The cards around the questions: language, consent, service, review, the ends.</summary>
internal sealed class SurveyCards(QuestionnaireSet questionnaires, ServiceCatalogue catalogue, TextCatalogue texts, DialogSettings settings)
{
    private const int PageSize = 8;
    private readonly ServiceSearch _search = new(catalogue.Services);

    public QuestionCards Questions { get; } = new(catalogue);

    public LaterCards Later { get; } = new(catalogue, settings);

    public IReadOnlyList<ServiceMatch> Find(string query) => _search.Find(query);

    public Questionnaire QuestionnaireOf(DialogState state) => SurveyPath.QuestionnaireOf(questionnaires, catalogue, state);

    public SurveyPath Path(DialogState state) => new(questionnaires, catalogue, state);

    public Card Show(DialogState state, Notice? notice, DateTimeOffset now)
    {
        var writer = new CardWriter(state, texts);
        writer.Notice(notice);
        return Card(writer, state, now) with { IsEnd = DialogEngine.IsFinished(state) || state.Screen is Screen.Waiting };
    }

    private Card Card(CardWriter writer, DialogState state, DateTimeOffset now) => state.Screen switch
    {
        Screen.Language => LanguageCard(writer, state),
        Screen.Consent => Consent(writer, state),
        Screen.ConsentRefused => writer.Paragraph(writer.Text(writer.OnChannel("start.consent_refused"))).Card(),
        Screen.Service => Services(writer, state),
        Screen.Again => Again(writer, state),
        Screen.Question => Questions.Show(Later.Introduce(writer, state), state, Path(state)),
        Screen.ConfirmChange => Confirm(writer, state),
        Screen.Review => Review(writer, state),
        Screen.ChangeList => ChangeList(writer, state),
        Screen.AskLater => Later.Choose(writer, state),
        Screen.Waiting => Another(Later.Wait(writer, state)),
        Screen.Withdrawn => writer.Paragraph(writer.Text("flow.withdrawn")).Row(AnotherButton(writer)).Footer(back: true).Card(),
        Screen.Resume => Resume(writer, state),
        Screen.Stopped => writer.Paragraph(writer.Text(writer.OnChannel("flow.stopped"))).Row(writer.Control(writer.Text("flow.resume_yes"), Controls.Continue)).Footer(false).Card(),
        Screen.Expired => Another(writer.Paragraph(writer.Text("flow.expired"))),
        _ => Done(writer, state, now),
    };

    private static Card Another(CardWriter writer) => writer.Row(AnotherButton(writer)).Footer(false).Card();

    private static CardButton AnotherButton(CardWriter writer) => writer.Control(writer.Text("flow.thanks_more"), Controls.Another);

    private Card LanguageCard(CardWriter writer, DialogState state)
    {
        writer.Paragraph(writer.Text("start.language_ask"));
        var ordered = texts.Languages.OrderByDescending(l => l.Code == state.LanguageHint && l.Code == texts.Languages[0].Code);
        return writer.Row([.. ordered.Select(l => writer.Control(l.Name, Controls.Language + l.Code))]).Card(acceptsText: true);
    }

    private Card Consent(CardWriter writer, DialogState state)
    {
        var retention = writer.Format("manager.days_count", ("n", settings.RetentionDays));
        writer.Paragraph(writer.Format("start.greeting", ("n", Minutes(state))));
        if (state.ServiceId is { } id)
            writer.Paragraph(Short(id, writer));
        writer.Paragraph(writer.Format(writer.OnChannel("start.consent"), ("operator", settings.Operator), ("retention", retention)));
        if (state.Draft == Controls.More)
            writer.Paragraph(writer.Format(writer.OnChannel("start.consent_details"), ("retention", retention)));
        writer.Row(writer.Control(writer.Text("start.consent_yes"), Controls.Agree)).Row(writer.Control(writer.Text("start.consent_no"), Controls.Refuse));
        if (state.Draft != Controls.More)
            writer.Row(writer.Control(writer.Text("start.consent_more"), Controls.More));
        return writer.Footer(false).Card();
    }

    private Card Services(CardWriter writer, DialogState state)
    {
        if (state.Query is null)
        {
            writer.Paragraph(writer.Text("service.ask")).Paragraph(writer.Text("service.hint"));
            foreach (var service in catalogue.Popular)
                writer.Row(ServiceButton(service, writer));
            return writer.Row(writer.Control(writer.Text("service.show_all"), Controls.AllServices)).Footer(false).Card(acceptsText: true, CardKind.Search);
        }
        IReadOnlyList<Service> found = state.Query.Length == 0 ? catalogue.Services : [.. _search.Find(state.Query).Select(m => m.Service)];
        writer.Paragraph(found.Count > PageSize && state.Query.Length > 0 ? writer.Format("service.too_many", ("n", found.Count)) : writer.Text("service.choose"));
        foreach (var service in found.Skip(state.Page * PageSize).Take(PageSize))
            writer.Row(ServiceButton(service, writer));
        if (found.Count > (state.Page + 1) * PageSize)
            writer.Row(writer.Control(writer.Text("service.more"), $"{Controls.Page}{state.Page + 1}"));
        else
            writer.Row(writer.Control(writer.Text("service.not_listed"), Controls.NotListed));
        return writer.Footer(back: true).Card(acceptsText: true, CardKind.Search);
    }

    private static CardButton ServiceButton(Service service, CardWriter writer) =>
        writer.Control(service.ShortName[writer.Language], Controls.Service + service.Id) with { Spoken = service.Name[writer.Language] };

    private string Short(string serviceId, CardWriter writer) => catalogue.FindService(serviceId)?.ShortName[writer.Language] ?? serviceId;

    private static Card Again(CardWriter writer, DialogState state) => writer
        .Paragraph(writer.Format("flow.again", ("date", writer.Date(state.EarlierAt ?? state.StartedAt))))
        .Row(writer.Control(writer.Text("flow.again_change"), Controls.Edit))
        .Row(writer.Control(writer.Text("flow.again_new"), Controls.Anew))
        .Footer(false).Card();

    private static Card Confirm(CardWriter writer, DialogState state)
    {
        writer.Paragraph(writer.Format("flow.gate_change", ("n", state.Erasing)));
        return writer.Row(writer.Control(writer.Text("flow.yes"), Controls.Yes), writer.Control(writer.Text("flow.no"), Controls.No)).Footer(false).Card();
    }

    private Card Review(CardWriter writer, DialogState state)
    {
        var path = Path(state);
        writer.Paragraph(writer.Text("flow.review")).Line(Short(state.ServiceId ?? "", writer));
        writer.Row(writer.Control(writer.Text("flow.submit"), Controls.Submit));
        foreach (var (criterion, ratings, _) in path.Questionnaire.Criteria.Select(c => Rated(c, state, path)).OfType<(string, string, double)>().OrderBy(c => c.Item3))
        {
            var line = $"{writer.Text($"criteria.{criterion}")}: {ratings}";
            writer.Row(writer.Control($"✎ {line}", Controls.Change + criterion) with { Spoken = $"{writer.Text("flow.change")}: {line}" });
        }
        foreach (var question in path.Questionnaire.Questions.Take(path.Questionnaire.SubmitIndex).Where(q => q.Criterion is null))
            if (state.Answers.TryGetValue(question.Key, out var answer) && path.TruthOf(path.Questionnaire.IndexOf(question.Key)) == Truth.Yes)
                writer.Line($"{writer.Text(question.Label)}: {Questions.OptionText(writer, question, answer)}");
        writer.Row(writer.Control($"✎ {writer.Text("flow.change_circumstances")}", Controls.Change));
        return writer.Footer(back: true).Card();
    }

    /// <summary>The ratings of a criterion as a list, and their mean for the order; null where nothing of it was asked.</summary>
    private static (string Criterion, string Ratings, double Mean)? Rated(string criterion, DialogState state, SurveyPath path)
    {
        var answers = path.Questionnaire.Questions
            .Where((q, i) => q.Criterion == criterion && q.Counted && path.TruthOf(i) == Truth.Yes)
            .Select(q => Answers.Rating(state.Answers.GetValueOrDefault(q.Key, ""))).ToList();
        var known = answers.OfType<int>().ToList();
        return answers.Count == 0 ? null : (criterion, string.Join(", ", answers.Select(a => a?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–")), known.Count == 0 ? 6 : known.Average());
    }

    private Card ChangeList(CardWriter writer, DialogState state)
    {
        var path = Path(state);
        writer.Paragraph(writer.Text("flow.change_ask"));
        foreach (var question in Changeable(state, path))
        {
            var answer = state.Answers.GetValueOrDefault(question.Key, "");
            var shown = question.Kind != QuestionKind.Rating ? "" : $": {(Answers.Rating(answer) is { } r ? r : "–")}";
            writer.Row(writer.Control(writer.Text(question.Label) + shown, Controls.Change + question.Key));
        }
        return writer.Footer(back: true).Card();
    }

    /// <summary>The questions in the list of answers to change.</summary>
    public static IEnumerable<Question> Changeable(DialogState state, SurveyPath path) =>
        path.Questionnaire.Questions.Take(path.Questionnaire.SubmitIndex)
            .Where((q, i) => (q.Criterion ?? "") == (state.Changing ?? "") && path.TruthOf(i) == Truth.Yes);

    private Card Resume(CardWriter writer, DialogState state) => writer
        .Paragraph(writer.Format("flow.resume", ("service", Short(state.ServiceId ?? "", writer)), ("date", writer.Date(state.StartedAt))))
        .Row(writer.Control(writer.Text("flow.resume_yes"), Controls.Continue))
        .Row(writer.Control(writer.Text("flow.resume_restart"), Controls.Restart))
        .Row(writer.Control(writer.Text("flow.resume_other"), Controls.OtherPerson))
        .Footer(false).Card();

    private static Card Done(CardWriter writer, DialogState state, DateTimeOffset now)
    {
        var changeable = DialogEngine.IsChangeable(state, now);
        writer.Paragraph(writer.Text(changeable ? "flow.thanks" : "flow.closed"));
        if (changeable)
            writer.Row(writer.Control(writer.Text("flow.change"), Controls.Edit));
        return Another(writer);
    }

    /// <summary>Minutes a survey takes, at five seconds a question.</summary>
    private int Minutes(DialogState state)
    {
        var path = Path(state);
        return (int)Math.Ceiling(path.Questionnaire.SubmitIndex * 5 / 60.0);
    }
}
