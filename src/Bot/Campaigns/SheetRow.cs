namespace Bot.Campaigns;

/// <summary>A row of a table as texts.</summary>
/// <param name="Line">Its number, from 1.</param>
internal readonly record struct SheetRow(int Line, IReadOnlyList<string> Cells)
{
    public bool IsEmpty => Cells.All(string.IsNullOrEmpty);
}
