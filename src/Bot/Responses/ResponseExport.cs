using System.Globalization;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Quarantine;
using Bot.Scores;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace Bot.Responses;

/// <summary>Writes all submitted responses as a file that could be imported, page by page.</summary>
internal sealed class ResponseExport(IDbContextFactory<BotDbContext> contexts, ScoringForms forms, IdSource ids, TimeProvider time)
{
    private const int Page = 1000;

    /// <param name="actor">Who exports, for the audit log.</param>
    public async Task<long> WriteAsync(Stream stream, string actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.AuditEntries.Add(new AuditEntryRow { Id = ids.Next(), At = time.GetUtcNow(), Actor = actor, Action = "responses.export" });
        await db.SaveChangesAsync(cancellationToken);
        await using var csv = CsvWriter.Create(stream, CsvFiles.Writing, leaveOpen: true);
        await csv.WriteRecordAsync([.. ResponseColumns.Importable(forms), .. ResponseColumns.Added], cancellationToken);
        var written = 0L;
        var last = 0L;
        while (await PageAsync(db, last, cancellationToken) is { Count: > 0 } page)
        {
            await WriteAsync(csv, db, page, cancellationToken);
            written += page.Count;
            last = page[^1].Id;
            await csv.FlushAsync(cancellationToken);
        }

        return written;
    }

    private static Task<List<ResponseRow>> PageAsync(BotDbContext db, long after, CancellationToken cancellationToken) => db.Responses.AsNoTracking()
        .Where(r => r.Id > after && r.Status == ResponseStatus.Submitted && r.SubmittedAt != null)
        .OrderBy(r => r.Id).Take(Page).ToListAsync(cancellationToken);

    private async Task WriteAsync(CsvWriter csv, BotDbContext db, List<ResponseRow> page, CancellationToken cancellationToken)
    {
        var (first, last) = (page[0].Id, page[^1].Id);
        var answers = await db.Answers.AsNoTracking().Where(a => a.ResponseId >= first && a.ResponseId <= last && a.Value != null)
            .ToDictionaryAsync(a => (a.ResponseId, a.Item), a => a.Value, cancellationToken);
        var comments = await db.Comments.AsNoTracking().Where(c => c.ResponseId >= first && c.ResponseId <= last)
            .ToDictionaryAsync(c => (c.ResponseId, c.Item), c => c.Text, cancellationToken);
        foreach (var r in page)
        {
            string?[] fields =
            [
                StoredResponses.FileId(r), r.ServiceId, r.Form, r.RegionId, StoredResponses.Channel(r), r.Language,
                r.SubmittedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture), r.Outcome,
                .. forms.Items.Select(i => answers.GetValueOrDefault((r.Id, i))?.ToString(CultureInfo.InvariantCulture)),
                comments.GetValueOrDefault((r.Id, ResponseColumns.Comment)), comments.GetValueOrDefault((r.Id, "suggestion")),
                r.SurveyChannel, r.Source, r.QuestionnaireVersion.ToString(CultureInfo.InvariantCulture), r.IsOut() ? r.QuarantineReason : null,
            ];
            await csv.WriteRecordAsync(fields, cancellationToken);
        }
    }
}
