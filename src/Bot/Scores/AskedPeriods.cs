namespace Bot.Scores;

/// <summary>Which scores of periods are asked for, so that their cells can be read at once.</summary>
/// <param name="Regions">Regions; null among them: all together.</param>
/// <param name="Recent">A period, with both ends, that is to be compared with the equal one before it; null: none. Of the only region.</param>
/// <param name="Everything">Whether nothing is hidden.</param>
internal sealed record AskedPeriods(
    IReadOnlyList<string> Services, IReadOnlyList<string?> Regions, IReadOnlyList<ScoreFilter> Periods, ScoreFilter? Recent, bool Everything)
{
    /// <summary>The first month and the last day of all of them.</summary>
    public (int From, int To) Widest
    {
        get
        {
            var all = Periods.Append(Recent?.WithEqualBefore()).OfType<ScoreFilter>().ToList();
            var (from, to) = (all.Min(p => p.From ?? DateOnly.MinValue), all.Max(p => p.To ?? DateOnly.MaxValue));
            return (ScoreDay.MonthOf(ScoreDay.Of(from)), ScoreDay.Of(to));
        }
    }
}
