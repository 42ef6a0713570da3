using Bot.Managers;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;

namespace Bot.Exports;

/// <summary>The rating of regions by a service as a table of the report: place and region, its score by form and over the forms.</summary>
internal sealed class RegionSheet(Workbook book, ScoreWords words, TextCatalogue texts, ServiceCatalogue catalogue, RegionRating rating)
{
    private const double RankWidth = 8;
    private const double NameWidth = 34;

    /// <param name="note">What stands under the title.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task WriteAsync(string note, CancellationToken cancellationToken)
    {
        var columns = Columns();
        var table = new ScoreTable(book, words, [("rank", RankWidth), ("region", NameWidth)], [.. columns.Select(column => column.Name)]);
        await table.StartAsync(
            words.Text("export.sheet_regions"), catalogue.FindService(rating.Service)?.Name[words.Language] ?? rating.Service, note, cancellationToken);
        foreach (var row in rating.Rows)
        {
            await table.AddAsync(
                [SheetCell.Of(row.Rank, CellFormat.Whole), SheetCell.Text(catalogue.FindRegion(row.Region)?.Name[words.Language] ?? words["region_unknown"])],
                [.. columns.Select(column => (column.Of(row), false))],
                CellLook.Plain,
                row.Period == rating.Period ? null : AboutSheet.Days(row.Period, texts, words),
                cancellationToken);
        }
    }

    /// <summary>Electronic, paper and combined as in the report; the proactive form where somebody rated it.</summary>
    private List<(string Name, Func<RegionRow, ScoreView?> Of)> Columns()
    {
        List<(string Name, Func<RegionRow, ScoreView?> Of)> columns =
        [
            (words.Form(ServiceForm.Electronic.Id()), row => row.Electronic),
            (words.Form(ServiceForm.Paper.Id()), row => row.Paper),
        ];
        if (rating.Rows.Any(row => row.Proactive is not null))
            columns.Add((words.Form(ServiceForm.Proactive.Id()), row => row.Proactive));
        columns.Add((words["all_forms"], row => row.Combined));
        return columns;
    }
}
