using CsvHelper;

namespace Bot.Campaigns;

/// <summary>
/// The rows of a CSV file, with commas or semicolons. A row is a line of the file: no value here needs a line break, and a quote that is left open
/// then spoils its own line and hides none of those behind it.
/// </summary>
internal static class CsvSheet
{
    private const int LongestRecord = 1 << 16;

    public static IEnumerable<SheetRow> Read(string text, List<CampaignFault> faults)
    {
        var options = CsvReaderOptions.Default with { Separator = Separator(text), HasHeader = false, TrimWhitespace = true, MaxRecordSize = LongestRecord, MalformedData = CsvMalformedDataHandling.Throw };
        using var lines = new StringReader(text);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (Cells(line, options) is { } cells)
                yield return new SheetRow(number, cells);
            else
                faults.Add(new CampaignFault(number, "", CampaignFault.Malformed));
        }
    }

    /// <summary>Null: the line is malformed.</summary>
    private static List<string>? Cells(string line, CsvReaderOptions options)
    {
        try
        {
            using var csv = CsvReader.FromText(line, options);
            return csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)] : [];
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    // As the line with the names has it.
    private static char Separator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var head = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        return head.Count(';') > head.Count(',') ? ';' : ',';
    }
}
