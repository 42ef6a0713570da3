using Bot.Survey.Comments;
using Bot.Survey.Scoring;

namespace Bot.Comments;

/// <summary>
/// Hides the comments of one service that few people could have written. A cell is a form in a region, or over all of them, and in it a criterion.
/// Where the small regions hold too few together, the smallest other one is hidden too: else all less the shown ones would give them away.
/// </summary>
/// <param name="minimum">Respondents under which a cell is hidden.</param>
/// <param name="cells">The service's respondents.</param>
internal sealed class CommentGate(int minimum, IReadOnlyList<CommentCell> cells)
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
            _shown[(form, topic, region)] = shown = IsLarge(Split(form, topic), region) && (topic is null || Shows(form, null, region));
        return shown;
    }

    private bool IsLarge(List<(string Region, long Respondents)> split, string? region) => region is null
        ? split.Sum(cell => cell.Respondents) >= minimum
        : split.Exists(cell => cell.Region == region) && !_gate.Hidden(split).Contains(region);

    private List<(string Region, long Respondents)> Split(string form, string? topic)
    {
        var rated = cells.Any(cell => cell.Form == form && cell.Topic == topic && cell.Respondents > 0);
        return [.. cells.Where(cell => cell.Form == form && cell.Topic == (rated ? topic : null)).Select(cell => (cell.Region, cell.Respondents))];
    }
}

/// <param name="Topic">A criterion, whose raters these are; null: all who answered.</param>
internal sealed record CommentCell(string Form, string Region, string? Topic, long Respondents);
