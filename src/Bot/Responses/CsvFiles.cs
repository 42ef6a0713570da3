using CsvHelper;

namespace Bot.Responses;

internal static class CsvFiles
{
    /// <summary>How exports are written: a text that a spreadsheet would run as a formula is marked as text.</summary>
    public static CsvWriterOptions Writing { get; } = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };
}
