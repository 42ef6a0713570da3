using Bot.Managers;
using Bot.Scores;
using Bot.Survey.Catalogue;

namespace Bot.Exports;

/// <summary>All services, and all providers, one line each.</summary>
internal sealed class ListSheets(Workbook book, ScoreWords words, ServiceCatalogue catalogue)
{
    private const double CodeWidth = 14;
    private const double NameWidth = 60;
    private const double LevelWidth = 20;

    public async Task WriteServicesAsync(IReadOnlyList<ServiceSummary> services, string note, CancellationToken cancellationToken)
    {
        var table = new ScoreTable(book, words, [("code", CodeWidth), ("service", NameWidth), ("level", LevelWidth)], [words["overall"]]);
        await table.StartAsync(words.Text("export.sheet_services"), words["title"], note, cancellationToken);
        foreach (var one in services)
        {
            var service = catalogue.FindService(one.Service);
            await table.AddAsync(
                [SheetCell.Text(service?.Code), SheetCell.Text(service?.Name[words.Language] ?? one.Service), Level(one.Score)],
                [(one.Score, false)], CellLook.Plain, note: null, cancellationToken);
        }
    }

    public async Task WriteProvidersAsync(IReadOnlyList<ProviderSummary> providers, string note, CancellationToken cancellationToken)
    {
        var table = new ScoreTable(book, words, [("provider", NameWidth), ("level", LevelWidth)], [words["simple_mean"], words["weighted"]]);
        await table.StartAsync(words.Text("export.sheet_providers"), words["by_providers"], note, cancellationToken);
        foreach (var one in providers)
        {
            await table.AddAsync(
                [SheetCell.Text(catalogue.FindProvider(one.Provider)?.Name[words.Language] ?? one.Provider), Level(one.Score)],
                [(one.Score, false), (one.Weighted, false)], CellLook.Plain, note: null, cancellationToken);
        }
    }

    private SheetCell Level(ScoreView? score) => SheetCell.Text(score?.Level is { } level ? words.Level(level) : null);
}
