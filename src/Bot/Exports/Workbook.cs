using System.Drawing;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Bot.Exports;

/// <summary>A workbook on its way into a stream: sheet after sheet, row after row, nothing of it is kept.</summary>
internal sealed class Workbook : IAsyncDisposable
{
    private const int LongestName = 31;
    private const double LineHeight = 15;
    private const double Filled = 0.9;
    private const double TitleHeight = 21;
    private static readonly Color HeadingFill = Color.FromArgb(221, 232, 242);
    private readonly Spreadsheet _sheets;
    private readonly Dictionary<(CellLook Look, CellFormat Format), StyleId> _styles;
    private IReadOnlyList<double> _widths = [];
    private int _row;

    private Workbook(Spreadsheet sheets)
    {
        _sheets = sheets;
        _styles = Enum.GetValues<CellLook>().SelectMany(look => Enum.GetValues<CellFormat>().Select(format => (Look: look, Format: format)))
            .ToDictionary(style => style, style => sheets.AddStyle(Style(style.Look, style.Format)));
    }

    public static async Task<Workbook> CreateAsync(Stream stream, CancellationToken cancellationToken) =>
        new(await Spreadsheet.CreateNewAsync(stream, cancellationToken: cancellationToken));

    /// <param name="name">Its name; what a spreadsheet does not allow in it is left out.</param>
    /// <param name="widths">Of the columns, in characters.</param>
    /// <param name="frozen">Rows and columns that stay in sight.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task StartSheetAsync(string name, IReadOnlyList<double> widths, (int Rows, int Columns) frozen, CancellationToken cancellationToken)
    {
        var options = new WorksheetOptions { FrozenRows = frozen.Rows == 0 ? null : frozen.Rows, FrozenColumns = frozen.Columns == 0 ? null : frozen.Columns };
        foreach (var (at, width) in widths.Index())
            options.Column(at + 1).Width = width;
        await _sheets.StartWorksheetAsync(Allowed(name), options, cancellationToken);
        (_widths, _row) = (widths, 0);
    }

    public async Task AddAsync(IReadOnlyList<SheetCell> row, CancellationToken cancellationToken)
    {
        await _sheets.AddRowAsync([.. row.Select(Cell)], new RowOptions { Height = Height(row) }, cancellationToken);
        _row++;
    }

    /// <summary>Joins cells of the last row; columns from 1.</summary>
    public void Join(int first, int last)
    {
        if (last > first)
            _sheets.MergeCells($"{SpreadsheetUtility.GetColumnName(first)}{_row}:{SpreadsheetUtility.GetColumnName(last)}{_row}");
    }

    public async Task FinishAsync(CancellationToken cancellationToken) => await _sheets.FinishAsync(cancellationToken);

    public ValueTask DisposeAsync() => _sheets.DisposeAsync();

    private StyledCell Cell(SheetCell cell)
    {
        var style = _styles[(cell.Look, cell.Format)];
        return cell.Words is { } words ? new StyledCell(FormulaGuard.Guard(words), style) : new StyledCell(cell.Number, style);
    }

    // Not every spreadsheet finds by itself how high a row of wrapped texts must be.
    private double Height(IReadOnlyList<SheetCell> row)
    {
        if (row.Any(cell => cell.Look is CellLook.Title))
            return TitleHeight;
        var lines = row.Zip(_widths, (cell, width) => cell.Look is CellLook.Note ? 1 : Math.Ceiling((cell.Words?.Length ?? 0) / (width * Filled)));
        return LineHeight * lines.Append(1).Max();
    }

    private static Style Style(CellLook look, CellFormat format)
    {
        var isTable = look is not (CellLook.Title or CellLook.Note);
        var edge = new EdgeBorder { BorderStyle = isTable ? BorderStyle.Thin : BorderStyle.None };
        return new Style
        {
            Font = { Bold = look is CellLook.Title or CellLook.Heading or CellLook.Strong or CellLook.Total, Size = look is CellLook.Title ? 14 : 11 },
            Fill = { Color = look is CellLook.Heading or CellLook.Total ? HeadingFill : null },
            Border = { Left = edge, Right = edge, Top = edge, Bottom = edge },
            Alignment =
            {
                WrapText = isTable && format is CellFormat.Text,
                Vertical = VerticalAlignment.Center,
                Horizontal = look is CellLook.Heading ? HorizontalAlignment.Center : HorizontalAlignment.None,
                Indent = look is CellLook.Indented && format is CellFormat.Text ? 1 : 0,
            },
            Format = format switch
            {
                CellFormat.TwoDecimals => NumberFormat.Custom("0.00"),
                CellFormat.OneDecimal => NumberFormat.Custom("0.0"),
                CellFormat.Whole => NumberFormat.Custom("0"),
                _ => null,
            },
        };
    }

    private static string Allowed(string name)
    {
        var allowed = string.Concat(name.Where(c => !@"[]:*?/\'".Contains(c, StringComparison.Ordinal)));
        return (allowed.Length <= LongestName ? allowed : allowed[..LongestName]).Trim();
    }
}
