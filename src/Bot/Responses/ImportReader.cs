using System.Globalization;
using System.Text;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using CsvHelper;

namespace Bot.Responses;

/// <summary>Reads a file of responses and finds every fault in it.</summary>
internal sealed class ImportReader(ScoringForms forms, ServiceCatalogue catalogue, TextCatalogue texts)
{
    private const int LongestRecord = 1 << 20;

    public async Task<ImportFile> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var file = new ImportFile([], []);
        var line = 1;
        try
        {
            using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
            await using var csv = CsvReader.Create(text, Options(file.Faults), leaveOpen: true);
            if (await csv.ReadAsync(cancellationToken) is false)
                file.Faults.Add(new ImportFault(line, null, "the file is empty; its first line must name the columns"));
            else if (Header(csv, file.Faults) is { } rows)
            {
                for (; await csv.ReadAsync(cancellationToken); line = (int)csv.LineNumber)
                {
                    if (rows.Read(csv, file.Faults) is { } response)
                        file.Add((int)csv.LineNumber, response);
                }
            }
        }
        catch (DecoderFallbackException)
        {
            file.Faults.Add(new ImportFault(line, null, "the file is not UTF-8 from here on"));
        }
        catch (CsvFormatException e)
        {
            file.Faults.Add(new ImportFault((int)e.LineNumber, null, e.Message));
        }

        return file;
    }

    private static CsvReaderOptions Options(List<ImportFault> faults) => CsvReaderOptions.Default with
    {
        Separator = ',',
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRecord,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = record => faults.Add(new ImportFault((int)record.LineNumber, null, Described(record.Reason))),
    };

    private static string Described(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "a quotation mark stands inside a field that is not quoted",
        CsvMalformedReason.TextAfterClosingQuote => "there is text behind the closing quotation mark of a field",
        CsvMalformedReason.UnterminatedQuote => "a quotation mark is never closed",
        _ => $"the line is malformed ({reason})",
    };

    private ImportRowReader? Header(CsvReader csv, List<ImportFault> faults)
    {
        var line = (int)csv.LineNumber;
        var columns = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToList();
        var known = ResponseColumns.Importable(forms);
        var wrong = columns.Except(known, StringComparer.Ordinal).Except(ResponseColumns.Added, StringComparer.Ordinal)
            .Select(c => new ImportFault(line, c, $"there is no such column; allowed: {string.Join(", ", known)}"));
        var missing = ResponseColumns.Required.Except(columns, StringComparer.Ordinal).Select(c => new ImportFault(line, c, "the column is missing"));
        var doubled = columns.GroupBy(c => c, StringComparer.Ordinal).Where(c => c.Skip(1).Any()).Select(c => new ImportFault(line, c.Key, "the column stands twice"));
        List<ImportFault> found = [.. wrong, .. missing, .. doubled];
        faults.AddRange(found);
        return found.Count == 0 ? new ImportRowReader(columns, forms, catalogue, [.. texts.Languages.Select(l => l.Code)]) : null;
    }
}

/// <summary>What was read of a file.</summary>
internal sealed record ImportFile(Dictionary<string, (int Line, ImportedResponse Response)> Responses, List<ImportFault> Faults)
{
    /// <summary>Number of lines that said the same as an earlier one.</summary>
    public int Repeated { get; private set; }

    public void Add(int line, ImportedResponse response)
    {
        if (Responses.TryAdd(response.Id, (line, response)))
            return;
        var first = Responses[response.Id];
        if (first.Response == response)
            Repeated++;
        else
            Faults.Add(new ImportFault(line, ResponseColumns.Id, string.Create(CultureInfo.InvariantCulture, $"«{response.Id}» stands in line {first.Line} with another content")));
    }
}
