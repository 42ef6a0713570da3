using Bot.Survey.Scoring;

namespace Bot.Survey.Tests.Scoring;

/// <summary>The method written a second time, over the answers themselves and in doubles, to compare with.</summary>
internal sealed class PlainScores(Survey survey)
{
    public (double Mean, double Full)? Item(string item)
    {
        var ratings = survey.Responses.Where(response => response.ContainsKey(item)).Select(response => response[item]).ToList();
        return ratings.Count == 0 ? null : (ratings.Average(), ratings.Count(rating => rating == 5) / (double)ratings.Count);
    }

    public (double Mean, double Full)? Group(IEnumerable<ItemGroup> groups, string id) =>
        Average(groups.Single(group => group.Id == id).Items.Select(Item));

    public (double Mean, double Full)? Overall() =>
        Average(survey.Layout.Criteria.Select(criterion => Group(survey.Layout.Criteria, criterion.Id)));

    private static (double Mean, double Full)? Average(IEnumerable<(double Mean, double Full)?> parts)
    {
        var rated = parts.OfType<(double Mean, double Full)>().ToList();
        return rated.Count == 0 ? null : (rated.Average(part => part.Mean), rated.Average(part => part.Full));
    }
}
