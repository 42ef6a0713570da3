namespace Bot.Exports;

/// <summary>A cell of a sheet: a text or a number, with which the spreadsheet may go on calculating.</summary>
internal readonly record struct SheetCell(string? Words, decimal? Number, CellFormat Format, CellLook Look)
{
    public static SheetCell Text(string? text, CellLook look = CellLook.Plain) => new(text, null, CellFormat.Text, look);

    public static SheetCell Of(decimal? number, CellFormat format, CellLook look = CellLook.Plain) => new(null, number, format, look);
}

internal enum CellFormat
{
    Text,
    Whole,
    TwoDecimals,
    OneDecimal,
}

internal enum CellLook
{
    Plain,
    Title,
    Heading,
    Strong,
    Total,
    Indented,
    Note,
}
