namespace Bot.Survey.Scoring;

/// <summary>
/// Which cells (service, form, region, criterion, item, provider) are shown to everyone but administrators, so that no
/// person's answers can be read off a small cell, or off the difference between a whole and its parts.
/// </summary>
public sealed record PublishGate
{
    /// <summary>A gate with these thresholds, in respondents.</summary>
    /// <param name="minimumToShow">Cells under it are hidden; at least 1.</param>
    /// <param name="minimumToRank">Cells under it are preliminary and unranked; at least <paramref name="minimumToShow"/>.</param>
    /// <param name="stepsBelow">Cells under it move in steps; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is outside its range.</exception>
    public PublishGate(long minimumToShow = 5, long minimumToRank = 30, long stepsBelow = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumToShow, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumToRank, minimumToShow);
        MinimumToShow = minimumToShow;
        ArgumentOutOfRangeException.ThrowIfNegative(stepsBelow);
        MinimumToRank = minimumToRank;
        StepsBelow = stepsBelow;
    }

    /// <summary>The smallest number of respondents whose score is shown; 5 by default.</summary>
    public long MinimumToShow { get; }

    /// <summary>The smallest number of respondents whose score is final and ranked; 30 by default.</summary>
    public long MinimumToRank { get; }

    /// <summary>The number of respondents under which a shown score moves in steps of <see cref="MinimumToShow"/> new responses; 100 by default.</summary>
    public long StepsBelow { get; }

    /// <summary>Whether a cell is published anew, or as it was before its last responses: nobody's answers may be read off a step.</summary>
    /// <param name="respondents">The cell's number of respondents now.</param>
    /// <param name="waiting">Responses that came in since it was published less those that left.</param>
    public bool Publishes(long respondents, long waiting) =>
        respondents < MinimumToShow || respondents >= StepsBelow || waiting >= MinimumToShow;

    /// <summary>Whether a number of people is so small that what it says would be one person's word: 1 up to the minimum.</summary>
    /// <param name="people">Any number.</param>
    public bool IsFew(long people) => people > 0 && people < MinimumToShow;

    /// <summary>A number of people as it may be told: in whole steps where it is small, so that nobody is seen to come or go; null where it says one person's word.</summary>
    /// <param name="people">Any number, at least 0.</param>
    public long? Step(long people) => IsFew(people) ? null : people < StepsBelow ? people - (people % MinimumToShow) : people;

    /// <summary>What may be seen of a cell that stands alone.</summary>
    /// <param name="respondents">The cell's true number of respondents, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Visibility Of(long respondents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(respondents);
        return respondents < MinimumToShow ? Visibility.Hidden
            : respondents < MinimumToRank ? Visibility.Preliminary
            : Visibility.Shown;
    }

    /// <summary>
    /// The hidden cells of one split. Where the cells under the minimum hold some respondents, but together fewer than the
    /// minimum, the whole less the shown cells would give them away: the smallest shown cell is hidden too.
    /// </summary>
    /// <typeparam name="TKey">What the whole is split by.</typeparam>
    /// <param name="siblings">All cells of the split with their true numbers of respondents; of equally small cells the first is taken.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public IReadOnlySet<TKey> Hidden<TKey>(IEnumerable<(TKey Key, long Respondents)> siblings)
    {
        var cells = siblings.ToLookup(cell => Of(cell.Respondents) is Visibility.Hidden);
        var hidden = cells[true].Select(cell => cell.Key).ToHashSet();
        var together = cells[true].Sum(cell => cell.Respondents);
        if (together > 0 && together < MinimumToShow && cells[false].Any())
        {
            hidden.Add(cells[false].MinBy(cell => cell.Respondents).Key);
        }

        return hidden;
    }
}
