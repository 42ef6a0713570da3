namespace Bot.Campaigns;

/// <summary>Where the columns of a table stand, by the names in its first row, in any order.</summary>
internal sealed class SheetHeader
{
    private readonly Dictionary<string, int> _at;
    private readonly int _count;

    private SheetHeader(Dictionary<string, int> at, int count) => (_at, _count) = (at, count);

    /// <summary>The header; null where it is not as it must be, which is said of every column.</summary>
    public static SheetHeader? Read(SheetRow row, IReadOnlyList<string> required, IReadOnlyList<string> optional, List<CampaignFault> faults)
    {
        List<string> names = [.. row.Cells.Select(cell => cell.Trim().ToLowerInvariant()).Reverse().SkipWhile(name => name.Length == 0).Reverse()];
        var found = new List<CampaignFault>();
        found.AddRange(names.Where(name => !required.Contains(name) && !optional.Contains(name)).Select(name => Fault(row, name, CampaignFault.ColumnUnknown)));
        found.AddRange(required.Where(name => !names.Contains(name)).Select(name => Fault(row, name, CampaignFault.ColumnMissing)));
        found.AddRange(names.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => Fault(row, same.Key, CampaignFault.ColumnTwice)));
        faults.AddRange(found);
        return found.Count == 0 ? new SheetHeader(names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal), names.Count) : null;
    }

    public string Cell(SheetRow row, string column) => _at.TryGetValue(column, out var at) && at < row.Cells.Count ? row.Cells[at].Trim() : "";

    /// <summary>Whether something stands where no column is.</summary>
    public bool IsTooLong(SheetRow row) => row.Cells.Skip(_count).Any(cell => cell.Length > 0);

    private static CampaignFault Fault(SheetRow row, string column, string code) =>
        new(row.Line, column.Length <= CampaignFault.LongestColumn ? column : column[..CampaignFault.LongestColumn], code);
}
