using System.Globalization;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Responses;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>Writes the scores of all services as a table, a line a figure, for administrators.</summary>
internal sealed class ScoreExport(IDbContextFactory<BotDbContext> contexts, ScoreSnapshots snapshots, IdSource ids, TimeProvider time)
{
    private static readonly string[] Columns =
        ["service", "form", "criterion", "item", "provider", "zone", "n", "mean", "full", "mean_shown", "full_shown", "level", "status"];

    /// <param name="actor">Who exports, for the audit log.</param>
    public async Task<long> WriteAsync(Stream stream, string actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.AuditEntries.Add(new AuditEntryRow { Id = ids.Next(), At = time.GetUtcNow(), Actor = actor, Action = "scores.export" });
        await db.SaveChangesAsync(cancellationToken);
        await using var csv = CsvWriter.Create(stream, CsvFiles.Writing, leaveOpen: true);
        await csv.WriteRecordAsync(Columns, cancellationToken);
        var written = 0L;
        foreach (var service in (await snapshots.ServicesAsync(everything: true, cancellationToken)).Values.OrderBy(s => s.Service, StringComparer.Ordinal))
        {
            foreach (var line in Lines(service).Where(l => l is not null))
            {
                await csv.WriteRecordAsync(line!, cancellationToken);
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
        ];
}
