using Bot.Survey.Catalogue;
using Bot.Survey.Questionnaires;

namespace Bot.Survey.Dialogs;

/// <summary>The questions of one survey as its answers stand: which are asked, which may still be, which are not.</summary>
internal sealed class SurveyPath : IConditionFacts
{
    private readonly QuestionnaireSet _questionnaires;
    private readonly ServiceCatalogue _catalogue;
    private readonly DialogState _state;
    private readonly Service? _service;
    private readonly Truth[] _truths;
    private readonly int _decided;

    public SurveyPath(QuestionnaireSet questionnaires, ServiceCatalogue catalogue, DialogState state)
    {
        _questionnaires = questionnaires;
        _catalogue = catalogue;
        _state = state;
        _service = state.ServiceId is { } id ? catalogue.FindService(id) : null;
        Questionnaire = QuestionnaireOf(questionnaires, catalogue, state);
        _truths = new Truth[Questionnaire.Questions.Count];
        LowestRating = Lowest();
        for (_decided = 0; _decided < _truths.Length; _decided++)
            _truths[_decided] = Questionnaire.Questions[_decided].When.Evaluate(this);
    }

    public Questionnaire Questionnaire { get; }

    /// <summary>The questionnaire of a survey; before the form is known, the longest that its service can have.</summary>
    public static Questionnaire QuestionnaireOf(QuestionnaireSet questionnaires, ServiceCatalogue catalogue, DialogState state) =>
        state.Form is { } form ? questionnaires[form] : Longest(questionnaires, state.ServiceId is { } id ? catalogue.FindService(id) : null);

    public int? LowestRating { get; }

    /// <summary>Whether a question is on the path.</summary>
    public Truth TruthOf(int index) => _truths[index];

    public string? Answer(string question)
    {
        if (_state.Answers.TryGetValue(question, out var answer))
            return answer;
        var at = Questionnaire.IndexOf(question);
        return at >= 0 && at < _decided && _truths[at] == Truth.No ? "" : null;
    }

    public string? Fact(string name) => name switch
    {
        FactNames.Paid => _service?.Paid switch { null => null, PaidKind.Yes => "yes", PaidKind.No => "no", _ => "depends" },
        FactNames.Form => _state.Form,
        FactNames.LinkedForm => _state.Link.Form is null ? "open" : "known",
        FactNames.LinkedRegion => _state.Link.RegionId is null ? "open" : "known",
        FactNames.SurveyChannel => _state.Channel,
        _ => null,
    };

    /// <summary>First question in a range that is asked and not answered; null where all are.</summary>
    public Question? FirstOpen(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (_truths[i] == Truth.Yes && !_state.Answers.ContainsKey(Questionnaire.Questions[i].Key))
                return Questionnaire.Questions[i];
        return null;
    }

    /// <summary>Last question that is asked in a range; null where there is none.</summary>
    public Question? LastAsked(int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
            if (_truths[i] == Truth.Yes)
                return Questionnaire.Questions[i];
        return null;
    }

    /// <summary>
    /// Place of a question on the longest path to submit that is still possible, from 1, and the length of that path.
    /// The question's own answer does not count: on a card one has come back to, everything it may open is still possible.
    /// </summary>
    public (int Place, int Length) Progress(string question)
    {
        if (_state.Answers.ContainsKey(question))
            return new SurveyPath(_questionnaires, _catalogue, _state with { Answers = _state.Answers.Remove(question) }).Progress(question);
        var (place, length) = (0, 0);
        for (var i = 0; i < Questionnaire.SubmitIndex; i++)
        {
            if (_truths[i] == Truth.No)
                continue;
            length++;
            if (Questionnaire.Questions[i].Key == question)
                place = length;
        }
        return (place, length);
    }

    private static Questionnaire Longest(QuestionnaireSet questionnaires, Service? service) =>
        questionnaires.All.Where(q => service is null || service.Forms.Any(f => f.Id() == q.Form)).MaxBy(q => q.SubmitIndex) ?? questionnaires.All[0];

    private int? Lowest()
    {
        int? lowest = null;
        foreach (var (key, value) in _state.Answers)
            if (value is [>= '1' and <= '5'] && Questionnaire.Find(key) is { Counted: true } && (lowest is null || value[0] - '0' < lowest))
                lowest = value[0] - '0';
        return lowest;
    }
}
