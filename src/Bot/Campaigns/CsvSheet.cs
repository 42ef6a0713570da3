using CsvHelper;

namespace Bot.Campaigns;

/// <summary>The rows of a CSV file, with commas or semicolons.</summary>
internal static class CsvSheet
{
    private const int LongestRecord = 1 << 16;

    public static IEnumerable<SheetRow> Read(string text, List<CampaignFault> faults)
    {
        using var csv = CsvReader.FromText(text, CsvReaderOptions.Default with
        {
            Separator = Separator(text),
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => faults.Add(new CampaignFault((int)record.LineNumber, "", CampaignFault.Malformed)),
        });
        while (Next(csv, faults))
            yield return new SheetRow((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
    }

    private static bool Next(CsvReader csv, List<CampaignFault> faults)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException e)
        {
            faults.Add(new CampaignFault((int)e.LineNumber, "", CampaignFault.Malformed));
            return false;
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
