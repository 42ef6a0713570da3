namespace Bot.Campaigns;

/// <summary>A row of a table as texts.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="HasDate">Whether a cell is a date: no column holds any, a spreadsheet has made it of something like «12-5».</param>
internal readonly record struct SheetRow(int Line, IReadOnlyList<string> Cells, bool HasDate = false)
{
    public bool IsEmpty => Cells.All(string.IsNullOrEmpty);
}
