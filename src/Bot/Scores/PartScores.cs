using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>The scores of a service's parts (<c>outcome=refused</c>) in each form.</summary>
internal sealed class PartScores
{
    private PartScores(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Score?>> byPart) => ByPart = byPart;

    /// <summary>By part and form.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Score?>> ByPart { get; }

    public static PartScores Of(ServiceTallies tallies) => new(tallies.Parts.ToDictionary(
        part => part.Key,
        IReadOnlyDictionary<string, Score?> (part) => part.Value.Where(t => t.Respondents > 0).ToDictionary(t => t.Layout.Form, ScoringMethod.Overall, StringComparer.Ordinal),
        StringComparer.Ordinal));

    /// <summary>Null where nobody of the part rated in the form.</summary>
    public Score? Of(string part, string form) => ByPart.GetValueOrDefault(part)?.GetValueOrDefault(form);
}
