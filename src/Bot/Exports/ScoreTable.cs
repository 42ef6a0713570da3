using Bot.Managers;
using Bot.Scores;

namespace Bot.Exports;

/// <summary>A sheet of scores: what is rated on the left, a block of columns a score, what is to be said of them on the right.</summary>
internal sealed class ScoreTable(Workbook book, ScoreWords words, IReadOnlyList<(string Heading, double Width)> labels, IReadOnlyList<string> blocks)
{
    private const double NotesWidth = 44;
    private const int RowsAboveFigures = 5;

    public async Task StartAsync(string sheet, string title, string note, CancellationToken cancellationToken)
    {
        double[] widths = [.. labels.Select(label => label.Width), .. blocks.SelectMany(_ => ScoreColumns.Widths), NotesWidth];
        await book.StartSheetAsync(sheet, widths, (RowsAboveFigures, labels.Count), cancellationToken);
        await book.AddAsync([SheetCell.Text(title, CellLook.Title)], cancellationToken);
        await book.AddAsync([SheetCell.Text(note, CellLook.Note)], cancellationToken);
        await book.AddAsync([], cancellationToken);
        await book.AddAsync([.. labels.Select(_ => Heading(null)), .. blocks.SelectMany(Spread), Heading(null)], cancellationToken);
        for (var i = 0; i < blocks.Count; i++)
            book.Join(labels.Count + 1 + (i * ScoreColumns.Count), labels.Count + ((i + 1) * ScoreColumns.Count));
        await book.AddAsync(
            [
                .. labels.Select(label => Heading(words.Text("export.column_" + label.Heading))),
                .. blocks.SelectMany(_ => ScoreColumns.Head(words)),
                Heading(words.Text("export.column_notes")),
            ],
            cancellationToken);
    }

    /// <param name="row">The cells on the left.</param>
    /// <param name="scores">One a block.</param>
    /// <param name="look">Of the whole row.</param>
    /// <param name="note">What else is to be said of it; null: nothing.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task AddAsync(
        IEnumerable<SheetCell> row, IReadOnlyList<(ScoreView? Score, bool Thin)> scores, CellLook look, string? note, CancellationToken cancellationToken)
    {
        var marks = scores.Zip(blocks, (one, block) => ScoreColumns.Marks(one.Score, words, one.Thin).Select(mark => (Mark: mark, Block: block.ToLower(words.Culture))))
            .SelectMany(one => one).GroupBy(one => one.Mark, one => one.Block, StringComparer.Ordinal)
            .Select(mark => blocks.Count == 1 ? mark.Key : $"{mark.Key}: {string.Join(", ", mark)}");
        return book.AddAsync(
            [
                .. row.Select(cell => cell with { Look = look }),
                .. scores.SelectMany(one => ScoreColumns.Of(one.Score, words, look)),
                SheetCell.Text(string.Join("; ", marks.Append(note).OfType<string>()), look),
            ],
            cancellationToken);
    }

    private static SheetCell Heading(string? text) => SheetCell.Text(text, CellLook.Heading);

    private static IEnumerable<SheetCell> Spread(string block) => Enumerable.Range(0, ScoreColumns.Count).Select(at => Heading(at == 0 ? block : null));
}
