using Bot.Scores;
using Bot.Survey.Comments;
using Bot.Survey.Scoring;

namespace Bot.Comments;

/// <summary>
/// Hides the comments of one service that few people could have written. A cell is a form in a region, or over all of them, and in it a criterion.
/// Where the small regions hold too few together, the smallest other one is hidden too: else all less the shown ones would give them away.
/// </summary>
/// <param name="minimum">Respondents under which a cell is hidden.</param>
/// <param name="byRegion">The service's counts by form and region.</param>
internal sealed class CommentGate(int minimum, IReadOnlyDictionary<TallyKey, FormTally> byRegion)
{
    private readonly PublishGate _gate = new(minimum, minimum);
    private readonly Dictionary<(string Form, string? Topic, string? Region), bool> _shown = [];

    /// <summary>Whether comments to a form are shown at all.</summary>
    /// <param name="form">The form.</param>
    /// <param name="region">The region looked at; null: all together.</param>
    public bool Shows(string form, string? region) => Shows(form, null, region);

    /// <summary>Whether those about a topic are shown: its raters count where the form asks about it, else all respondents.</summary>
    /// <param name="form">The form.</param>
    /// <param name="topic">A criterion or <see cref="CommentRules.Other"/>; null: the form as a whole.</param>
    /// <param name="region">The region looked at; null: all together.</param>
    public bool Shows(string form, string? topic, string? region)
    {
        if (!_shown.TryGetValue((form, topic, region), out var shown))
            _shown[(form, topic, region)] = shown = IsLarge(Cells(form, topic), region) && (topic is null || Shows(form, null, region));
        return shown;
    }

    private bool IsLarge(List<(string Region, long Respondents)> cells, string? region) => region is null
        ? cells.Sum(cell => cell.Respondents) >= minimum
        : cells.Exists(cell => cell.Region == region) && !_gate.Hidden(cells).Contains(region);

    private List<(string Region, long Respondents)> Cells(string form, string? topic)
    {
        var tallies = byRegion.Where(cell => cell.Key.Form == form).ToList();
        var rated = topic is not null && tallies.Exists(cell => cell.Value.CriterionRaters.ContainsKey(topic));
        return tallies.ConvertAll(cell => (cell.Key.RegionId, rated ? cell.Value.CriterionRaters.GetValueOrDefault(topic!) : cell.Value.Respondents));
    }
}
