using System.Text;
using Bot.Exports;
using CsvHelper;

namespace Bot.Responses;

/// <summary>How files are written: UTF-8, and no text in them is a formula.</summary>
internal static class CsvFiles
{
    /// <param name="stream">Stays open.</param>
    /// <param name="forSpreadsheets">Whether it begins with the mark by which spreadsheets know UTF-8; programs do without.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<CsvWriter> CreateAsync(Stream stream, bool forSpreadsheets, CancellationToken cancellationToken)
    {
        if (forSpreadsheets)
            await stream.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellationToken);
        return CsvWriter.Create(stream, CsvWriterOptions.Default, leaveOpen: true);
    }

    public static async Task WriteLineAsync(this CsvWriter csv, IEnumerable<string?> fields, CancellationToken cancellationToken) =>
        await csv.WriteRecordAsync([.. fields.Select(field => field is null ? null : FormulaGuard.Guard(field))], cancellationToken);
}
