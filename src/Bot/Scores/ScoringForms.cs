using Bot.Survey.Questionnaires;

namespace Bot.Scores;

/// <summary>What of the questionnaires the scores need: criteria, items and zones by form.</summary>
internal sealed class ScoringForms
{
    private readonly Dictionary<string, ScoringForm> _forms;

    public ScoringForms(QuestionnaireSet questionnaires)
    {
        _forms = questionnaires.All.ToDictionary(q => q.Form, q => new ScoringForm(q.Layout(), q.Version), StringComparer.Ordinal);
        Items = [.. questionnaires.All.SelectMany(q => q.Questions).Where(q => q.Counted).Select(q => q.Key).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All items of all forms, in the order of the questionnaires: the rating columns of files.</summary>
    public IReadOnlyList<string> Items { get; }

    public IReadOnlyCollection<ScoringForm> All => _forms.Values;

    /// <summary>The form, or null where there is none of that name.</summary>
    public ScoringForm? Find(string form) => _forms.GetValueOrDefault(form);
}
