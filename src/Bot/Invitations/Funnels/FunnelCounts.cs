namespace Bot.Invitations.Funnels;

/// <summary>How many invitations came how far and what became of them. Each is counted once.</summary>
internal sealed class FunnelCounts(IEnumerable<KeyValuePair<(FunnelStep Step, FunnelEnd End), long>> cells)
{
    private readonly Dictionary<(FunnelStep Step, FunnelEnd End), long> _cells =
        cells.GroupBy(cell => cell.Key).ToDictionary(same => same.Key, same => same.Sum(cell => cell.Value));

    public long Invited => Reached(FunnelStep.Invited);

    public long Completed => Reached(FunnelStep.Completed);

    public static FunnelCounts Sum(IEnumerable<FunnelCounts> parts) => new(parts.SelectMany(part => part._cells));

    /// <summary>Those that came at least so far.</summary>
    public long Reached(FunnelStep step) => _cells.Where(cell => cell.Key.Step >= step).Sum(cell => cell.Value);

    public long Of(FunnelEnd end) => _cells.Where(cell => cell.Key.End == end).Sum(cell => cell.Value);

    /// <summary>The same by the codes of the AAPOR, in their order.</summary>
    public IReadOnlyDictionary<AaporCode, long> Codes() => _cells.GroupBy(cell => AaporCode.Of(cell.Key.Step, cell.Key.End)).OrderBy(same => same.Key.Number, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Sum(cell => cell.Value));

    public FunnelRates Rates() => FunnelRates.Of(Codes());
}
