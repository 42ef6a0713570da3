using MiniExcelLibs;

namespace Bot.Tests.Exports;

/// <summary>A workbook as another program reads it: sheets of rows of cells.</summary>
internal sealed class ReadWorkbook
{
    private readonly Dictionary<string, List<object?[]>> _sheets = [];

    public ReadWorkbook(byte[] content)
    {
        using var stream = new MemoryStream(content);
        Names = MiniExcel.GetSheetNames(stream);
        foreach (var name in Names)
            _sheets.Add(name, [.. MiniExcel.Query(stream, sheetName: name).Cast<IDictionary<string, object?>>().Select(row => row.Values.ToArray())]);
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<object?[]> this[string sheet] => _sheets[sheet];

    /// <summary>The sheet of a service.</summary>
    public IReadOnlyList<object?[]> Of(string service) => _sheets[Names.Single(name => name.StartsWith(service + " ", StringComparison.Ordinal))];

    /// <summary>Everything that stands in it, as text.</summary>
    public string All => string.Join('\n', _sheets.Values.SelectMany(rows => rows).Select(row => string.Join('\t', row)));

    /// <summary>Mean, share and base in the block of columns under a heading.</summary>
    public static (double? Mean, double? Full, double? N) Score(IReadOnlyList<object?[]> sheet, string label, string block, int labelColumn = 0) =>
        Block(sheet, label, block, labelColumn) is [var mean, _, _, var full, _, var n] ? (mean as double?, full as double?, n as double?) : default;

    /// <summary>The interval of the mean there.</summary>
    public static (double? Low, double? High) Interval(IReadOnlyList<object?[]> sheet, string label, string block, int labelColumn = 0) =>
        Block(sheet, label, block, labelColumn) is [_, var low, var high, ..] ? (low as double?, high as double?) : default;

    private static object?[] Block(IReadOnlyList<object?[]> sheet, string label, string block, int labelColumn)
    {
        var heads = sheet.First(row => row.Contains(block));
        var at = Array.IndexOf(heads, block);
        return sheet.Single(row => row[labelColumn] is string text && text == label)[at..(at + 6)];
    }
}
