using Bot.Managers;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Bot.Survey.Scoring;

namespace Bot.Exports;

/// <summary>Writes scores as a workbook, in the layout of the report's tables. It grows with the catalogue, not with the responses, and fits into memory.</summary>
internal sealed class ScoreWorkbook(TextCatalogue texts, ServiceCatalogue catalogue, PublishGate gate, TimeProvider time)
{
    /// <summary>What such a file is on the web.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<byte[]> WriteAsync(ScoreBook content, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await WriteAsync(stream, content, cancellationToken);
        return stream.ToArray();
    }

    private async Task WriteAsync(Stream stream, ScoreBook content, CancellationToken cancellationToken)
    {
        var words = new ScoreWords(texts, content.Language);
        await using var book = await Workbook.CreateAsync(stream, cancellationToken);
        await new AboutSheet(book, words, texts, catalogue, gate).WriteAsync(content, time.GetUtcNow(), cancellationToken);
        var lists = new ListSheets(book, words, catalogue);
        if (content.Services.Count > 0)
            await lists.WriteServicesAsync(content.Services, Note(content.Period), cancellationToken);
        if (content.Providers.Count > 0)
            await lists.WriteProvidersAsync(content.Providers, Note(content.Period), cancellationToken);
        if (content.Rating is { } rating)
            await new RegionSheet(book, words, texts, catalogue, rating).WriteAsync(Note(rating.Period), cancellationToken);
        await foreach (var service in content.Sheets.WithCancellation(cancellationToken))
            await new ServiceSheet(book, words, catalogue, service).WriteAsync(Note(service.Period), cancellationToken);
        await book.FinishAsync(cancellationToken);

        string Note(ScorePeriod? period) => string.Join(" · ", new[] { words["official"], Region(), AboutSheet.Days(period, texts, words) }.OfType<string>());

        string? Region() => content.Region is { } region
            ? words.Say("region_only", ("region", catalogue.FindRegion(region)?.Name[content.Language] ?? words["region_unknown"]))
            : null;
    }
}
