namespace Bot.Survey.Questionnaires;

/// <summary>The questionnaires of all forms.</summary>
public sealed class QuestionnaireSet
{
    private readonly Dictionary<string, Questionnaire> _byForm;

    internal QuestionnaireSet(IEnumerable<Questionnaire> questionnaires)
    {
        All = [.. questionnaires];
        _byForm = All.ToDictionary(q => q.Form, StringComparer.Ordinal);
    }

    /// <summary>All questionnaires, in the order of their files.</summary>
    public IReadOnlyList<Questionnaire> All { get; }

    /// <summary>The questionnaire of a form.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Questionnaire this[string form] => _byForm[form];

    /// <summary>The questionnaire of a form, or null.</summary>
    public Questionnaire? Find(string form) => _byForm.GetValueOrDefault(form);
}
