using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Bot.Campaigns;

/// <summary>The sheets of an XLSX file, row by row.</summary>
internal static class WorkbookSheets
{
    // What unpacks to more is no list of people.
    private const long MostUnpacked = 400_000_000;

    // By itself MiniExcel puts the texts of a large workbook into a temporary file.
    private static readonly OpenXmlConfiguration InMemory = new() { EnableSharedStringCache = false };

    public static bool IsWorkbook(ReadOnlySpan<byte> content) => content.StartsWith("PK\u0003\u0004"u8);

    /// <exception cref="InvalidDataException">It is another zip, or far too large.</exception>
    public static IReadOnlyList<IEnumerable<SheetRow>> Read(byte[] content)
    {
        using (var zip = new ZipArchive(new MemoryStream(content)))
        {
            if (zip.GetEntry("xl/workbook.xml") is null || zip.Entries.Sum(entry => entry.Length) > MostUnpacked)
                throw new InvalidDataException("This is no workbook.");
        }

        using var names = new MemoryStream(content);
        return [.. MiniExcel.GetSheetNames(names, InMemory).Select(name => Rows(content, name))];
    }

    private static IEnumerable<SheetRow> Rows(byte[] content, string sheet)
    {
        using var stream = new MemoryStream(content);
        var line = 0;
        foreach (IDictionary<string, object?> row in MiniExcel.Query(stream, sheetName: sheet, excelType: ExcelType.XLSX, configuration: InMemory))
            yield return new SheetRow(++line, [.. row.Values.Select(Text)], row.Values.Any(value => value is DateTime or TimeSpan));
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        double number when Math.Abs(number) < 1e15 && number == Math.Truncate(number) => ((long)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()?.Trim() ?? "",
    };
}
