using System.Globalization;
using Bot.Exports;
using Bot.Responses;

namespace Bot.Scores;

/// <summary>Writes the scores of all services as a table, a line a figure, for administrators.</summary>
internal sealed class ScoreExport(ScoreSnapshots snapshots, ExportLog log)
{
    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["service", "form", "criterion", "item", "provider", "zone", "n", "mean", "full", "mean_shown", "full_shown", "level", "status", "low", "high", "low_shown", "high_shown"];

    /// <param name="actor">Who exports, for the audit log.</param>
    public async Task<long> WriteAsync(Stream stream, string actor, CancellationToken cancellationToken)
    {
        await log.WriteAsync(actor, ExportLog.Scores, "", cancellationToken);
        await using var csv = await CsvFiles.CreateAsync(stream, forSpreadsheets: false, cancellationToken);
        await csv.WriteLineAsync(Columns, cancellationToken);
        var written = 0L;
        foreach (var service in (await snapshots.ServicesAsync(everything: true, cancellationToken)).Values.OrderBy(s => s.Service, StringComparer.Ordinal))
        {
            foreach (var line in Lines(service).Where(l => l is not null))
            {
                await csv.WriteLineAsync(line!, cancellationToken);
                written++;
            }
        }

        return written;
    }

    private static IEnumerable<string?[]?> Lines(ServiceScores s) =>
    [
        Line(s.Score, s.Service),
        .. s.Criteria.Select(c => Line(c.Value, s.Service, criterion: c.Key)),
        .. s.Providers.Select(p => Line(p.Value, s.Service, provider: p.Key)),
        .. s.Forms.SelectMany(f => Lines(s.Service, f.Key, f.Value)),
    ];

    private static IEnumerable<string?[]?> Lines(string service, string form, FormScores scores) =>
    [
        Line(scores.Score, service, form),
        .. scores.Criteria.Select(c => Line(c.Value.Score, service, form, c.Key)),
        .. scores.Criteria.SelectMany(c => c.Value.Items.Select(i => Line(i.Value, service, form, c.Key, i.Key))),
        .. scores.Providers.Select(p => Line(p.Value.Score, service, form, provider: p.Key, zone: p.Value.Zone)),
    ];

    private static string?[]? Line(
        ScoreView? score, string service, string? form = null, string? criterion = null, string? item = null, string? provider = null, string? zone = null) =>
        score is null ? null
        : [
            service, form, criterion, item, provider, zone,
            score.N?.ToString(CultureInfo.InvariantCulture),
            score.Mean?.ToString("R", CultureInfo.InvariantCulture),
            score.Full?.ToString("R", CultureInfo.InvariantCulture),
            score.MeanShown?.ToString(CultureInfo.InvariantCulture),
            score.FullShown?.ToString(CultureInfo.InvariantCulture),
            score.Level, score.Status,
            score.Interval?.Low.ToString("R", CultureInfo.InvariantCulture),
            score.Interval?.High.ToString("R", CultureInfo.InvariantCulture),
            score.Interval?.LowShown.ToString(CultureInfo.InvariantCulture),
            score.Interval?.HighShown.ToString(CultureInfo.InvariantCulture),
        ];
}
