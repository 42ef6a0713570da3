namespace Bot.Survey.Scoring;

/// <summary>All scores of one form. The dictionaries hold every criterion, item and zone of the form's layout.</summary>
/// <param name="Respondents">Submitted responses.</param>
/// <param name="Score">The form's overall score; null where nobody rated anything.</param>
/// <param name="Criteria">The criteria by id.</param>
/// <param name="Items">The items by key; null where nobody rated.</param>
/// <param name="Zones">The providers' scores by zone (<c>portal</c>, <c>front_office</c>, <c>authority</c>); null where nobody rated.</param>
/// <param name="WithoutThin">What the overall score would be without its thin criteria; null where all are thin.</param>
/// <param name="Weighted">What it would be if every criterion weighed as much as people rated it.</param>
public sealed record FormScore(
    long Respondents,
    Score? Score,
    IReadOnlyDictionary<string, CriterionScore> Criteria,
    IReadOnlyDictionary<string, Score?> Items,
    IReadOnlyDictionary<string, Score?> Zones,
    Score? WithoutThin,
    Score? Weighted)
{
    /// <summary>The score of a provider that is answerable for the whole form (a clinic, a school, a fund): the overall one.</summary>
    public Score? Whole => Score;
}
