using System.Diagnostics.CodeAnalysis;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Bot.Survey.Questionnaires;

namespace Bot.Survey.Dialogs;

/// <summary>
/// The dialog of a survey. Pure and total: any input in any state gives a state and a card; the same input gives the same result.
/// The state is everything it knows; the card is a function of the state.
/// </summary>
public sealed class DialogEngine
{
    private readonly ServiceCatalogue _catalogue;
    private readonly TextCatalogue _texts;
    private readonly QuestionnaireSet _questionnaires;
    private readonly SurveyCards _cards;
    private readonly AnswerRules _rules;
    private readonly SurveyEvents _events;
    private readonly ControlRules _controls;
    private readonly TypedAnswers _typed;

    /// <summary>An engine over checked definitions (see <see cref="QuestionnaireCheck"/>).</summary>
    /// <param name="questionnaires">The questionnaires.</param>
    /// <param name="catalogue">Services, providers, regions.</param>
    /// <param name="texts">Texts in every language.</param>
    /// <param name="settings">The operator's settings.</param>
    public DialogEngine(QuestionnaireSet questionnaires, ServiceCatalogue catalogue, TextCatalogue texts, DialogSettings settings)
    {
        _questionnaires = questionnaires;
        _catalogue = catalogue;
        _texts = texts;
        _cards = new SurveyCards(questionnaires, catalogue, texts, settings);
        _rules = new AnswerRules(_cards, catalogue, settings);
        _events = new SurveyEvents(_rules);
        _controls = new ControlRules(_cards, _rules, _events, texts);
        _typed = new TypedAnswers(texts);
    }

    /// <summary>Begins a survey.</summary>
    /// <param name="responseId">Id of the response it becomes, positive.</param>
    /// <param name="link">What the link decided; parts that do not fit the catalogue are dropped.</param>
    /// <param name="channel"><c>telegram</c>, <c>web</c> or <c>page</c>.</param>
    /// <param name="language">Language of the conversation, or null to ask.</param>
    /// <param name="consented">Whether consent was given before in this conversation.</param>
    /// <param name="languageHint">Language of the client, or null.</param>
    /// <param name="now">The time.</param>
    public DialogStep Begin(long responseId, SurveyLink link, string channel, string? language, bool consented, string? languageHint, DateTimeOffset now)
    {
        var known = _texts.Languages.Any(l => l.Code == language);
        var state = AnswerRules.Linked(new DialogState
        {
            ResponseId = responseId,
            Channel = channel,
            Language = known ? language : null,
            LanguageHint = languageHint,
            Consented = consented,
            StartedAt = now,
            ChangedAt = now,
        }, AnswerRules.Fitting(link, _catalogue));
        var facts = new List<DialogFact>();
        return new DialogStep(_controls.Proceed(state, facts), facts);
    }

    /// <summary>One step.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="input">What happened.</param>
    /// <param name="now">The time.</param>
    public DialogStep Step(DialogState state, DialogInput input, DateTimeOffset now)
    {
        var step = input switch
        {
            DialogInput.Press press when press.Data == state.Pressed => new DialogStep(state, []),
            DialogInput.Press press => Press(state, press.Data, now),
            DialogInput.Text text => text.On is { } on && !IsOfCard(state, on, out _) ? Stale(state) : Typed(state, text.Value, now),
            DialogInput.Unsupported => new DialogStep(state, [], new Notice("error.text_only")),
            DialogInput.Open or DialogInput.TimeOut => _events.Interrupt(state),
            DialogInput.SetLanguage language => _controls.SetLanguage(state, language.Language),
            DialogInput.Stop => SurveyEvents.Stop(state),
            DialogInput.Expire => SurveyEvents.Expire(state),
            DialogInput.AskAgain => SurveyEvents.AskAgain(state),
            DialogInput.ResultGiven result => SurveyEvents.ResultGiven(state, result.At),
            DialogInput.EarlierFound earlier => SurveyEvents.EarlierFound(state, earlier),
            DialogInput.Redraw => new DialogStep(state with { }, []),
            DialogInput.Reopen => SurveyEvents.Reopen(state),
            _ => new DialogStep(state, []),
        };
        return ReferenceEquals(step.State, state)
            ? step
            : step with { State = step.State with { Revision = state.Revision + 1, ChangedAt = now, Pace = PaceOf(state, step.State, now), Pressed = PressedOf(state, input) } };
    }

    /// <summary>The card of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="notice">Shown above the card this once, or null.</param>
    /// <param name="now">The time; only whether a submitted response may still be changed depends on it.</param>
    public Card Show(DialogState state, Notice? notice, DateTimeOffset now) => _cards.Show(state, notice, now);

    /// <summary>The questionnaire of a state; before the form is known, the longest one possible.</summary>
    public Questionnaire QuestionnaireOf(DialogState state) => _cards.QuestionnaireOf(state);

    /// <summary>The ratings that enter the scores, in the order of the questionnaire; «not applicable» is none.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> CountedRatings(DialogState state)
    {
        if (state.Form is null)
            return [];
        var counted = new List<KeyValuePair<string, int>>();
        foreach (var question in _questionnaires[state.Form].Questions)
            if (question.Counted && Answers.Rating(state.Answers.GetValueOrDefault(question.Key, "")) is { } rating)
                counted.Add(new(question.Key, rating));
        return counted;
    }

    /// <summary>Whether a submitted response may still be changed: 24 hours after the first submit.</summary>
    public static bool IsChangeable(DialogState state, DateTimeOffset now) =>
        state.SubmittedAt is { } at && now - at < DialogSettings.ChangeableFor;

    /// <summary>Whether nothing more can come of this survey by itself: a new «open» begins another one.</summary>
    public static bool IsFinished(DialogState state) =>
        state.SubmittedAt is not null || state.Screen is Screen.ConsentRefused or Screen.Withdrawn or Screen.Expired;

    /// <summary>Whether a typed text is for the survey: its card asks for words, or takes these for an answer.</summary>
    /// <param name="state">The state.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="now">The time.</param>
    public bool Takes(DialogState state, string text, DateTimeOffset now) =>
        Show(state, null, now).Kind is CardKind.Text or CardKind.Number or CardKind.Search
        || (Step(state, new DialogInput.Text(text), now) is var step && (step.Facts.Count > 0 || !ReferenceEquals(step.State, state)));

    /// <summary>Which response a button belongs to, or false where the data is no survey button.</summary>
    public static bool TryReadResponse(string? data, out long responseId)
    {
        responseId = ButtonData.TryParse(data, out var button) ? button.Value.ResponseId : 0;
        return responseId != 0;
    }

    private static string PressedOf(DialogState state, DialogInput input) => input switch
    {
        DialogInput.Press press => press.Data,
        DialogInput.Text => "",
        _ => state.Pressed,
    };

    private Pace PaceOf(DialogState before, DialogState after, DateTimeOffset now) => _rules.IsRating(before)
        ? after.Pace.With(now - before.ChangedAt, answered: !ReferenceEquals(before.Answers, after.Answers))
        : after.Pace;

    private DialogStep Press(DialogState state, string data, DateTimeOffset now)
    {
        if (!IsOfCard(state, data, out var button))
            return Stale(state);
        // A rating is always offered on the card of its question; anything else is looked up on the card.
        var offered = (Answers.Rating(button.Value.Value) is not null && button.Value.Question == state.Question && _rules.IsRating(state))
            || Show(state, null, now).Rows.Any(row => row.Any(b => b.Data == data));
        return offered ? Act(state, button.Value, now) : Stale(state);
    }

    private static bool IsOfCard(DialogState state, string data, [NotNullWhen(true)] out ButtonData? button) =>
        ButtonData.TryParse(data, out button) && button.Value.ResponseId == state.ResponseId && button.Value.Revision == state.Revision;

    private static DialogStep Stale(DialogState state) => new(state, [], new Notice("error.old_button"));

    private DialogStep Act(DialogState state, ButtonData button, DateTimeOffset now) => button.Question == ButtonData.Control
        ? _controls.Act(state, button.Value, now)
        : _rules.Press(state, button.Question, button.Value);

    private DialogStep Typed(DialogState state, string text, DateTimeOffset now)
    {
        var card = Show(state, null, now);
        if (state.Screen == Screen.Question && _rules.Typed(state, text, _typed) is { } answered)
            return answered;
        if (TypedAnswers.Button(text, card) is { } button && ButtonData.TryParse(button.Data, out var data))
            return Act(state, data.Value, now);
        if (state.Screen == Screen.Consent && _typed.YesOrNo(text) is { } consent)
            return _controls.Act(state, consent == "yes" ? Controls.Agree : Controls.Refuse, now);
        if (state.Screen == Screen.Service)
            return _controls.SearchService(state, text);
        return new DialogStep(state, [], new Notice(_rules.IsRating(state) ? "flow.use_buttons" : "flow.use_buttons_only"));
    }
}
