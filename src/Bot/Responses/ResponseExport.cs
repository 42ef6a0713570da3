using System.Globalization;
using Bot.Exports;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Scores;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace Bot.Responses;

/// <summary>
/// Writes all submitted responses as a file that could be imported: a page is read and written before the next, so that the memory does not
/// grow with the file. Who answered, and in which conversation, stands in no column.
/// </summary>
internal sealed class ResponseExport(IDbContextFactory<BotDbContext> contexts, ScoringForms forms, ExportLog log)
{
    private const int Page = 1000;
    private static readonly string[] FreeTexts = [ResponseColumns.Comment, ResponseColumns.Suggestion];

    /// <summary>How many responses a file would hold now.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Submitted(db).LongCountAsync(cancellationToken);
    }

    /// <summary>All columns, for programs.</summary>
    /// <param name="actor">Who exports, for the audit log.</param>
    public Task<long> WriteAsync(Stream stream, string actor, CancellationToken cancellationToken) =>
        WriteAsync(stream, actor, forPeople: false, _ => Task.CompletedTask, cancellationToken);

    /// <param name="actor">Who exports, for the audit log.</param>
    /// <param name="forPeople">Without free texts, which staff read masked and where they may; with the mark for spreadsheets.</param>
    /// <param name="written">Told after each page how many lines there are.</param>
    public async Task<long> WriteAsync(Stream stream, string actor, bool forPeople, Func<long, Task> written, CancellationToken cancellationToken)
    {
        await log.WriteAsync(actor, ExportLog.Responses, "", cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var csv = await CsvFiles.CreateAsync(stream, forPeople, cancellationToken);
        List<string> columns = [.. ResponseColumns.Exported(forms).Where(column => !forPeople || !FreeTexts.Contains(column))];
        await csv.WriteLineAsync(columns, cancellationToken);
        var (lines, last) = (0L, 0L);
        while (await PageAsync(db, last, cancellationToken) is { Count: > 0 } page)
        {
            await WriteAsync(csv, db, page, columns, cancellationToken);
            (lines, last) = (lines + page.Count, page[^1].Id);
            await csv.FlushAsync(cancellationToken);
            await written(lines);
        }

        return lines;
    }

    private static IQueryable<ResponseRow> Submitted(BotDbContext db) =>
        db.Responses.AsNoTracking().Where(r => r.Status == ResponseStatus.Submitted && r.SubmittedAt != null);

    // Neither the state, which is long, nor the person.
    private static Task<List<ResponseRow>> PageAsync(BotDbContext db, long after, CancellationToken cancellationToken) => Submitted(db)
        .Where(r => r.Id > after).OrderBy(r => r.Id).Take(Page)
        .Select(r => new ResponseRow
        {
            Id = r.Id,
            ImportId = r.ImportId,
            ServiceId = r.ServiceId,
            Form = r.Form,
            RegionId = r.RegionId,
            UsedChannel = r.UsedChannel,
            SurveyChannel = r.SurveyChannel,
            Language = r.Language,
            SubmittedAt = r.SubmittedAt,
            Outcome = r.Outcome,
            Source = r.Source,
            QuestionnaireVersion = r.QuestionnaireVersion,
            Quarantine = r.Quarantine,
            QuarantineReason = r.QuarantineReason,
        }).ToListAsync(cancellationToken);

    private static async Task WriteAsync(CsvWriter csv, BotDbContext db, List<ResponseRow> page, List<string> columns, CancellationToken cancellationToken)
    {
        var (first, last) = (page[0].Id, page[^1].Id);
        var answers = await db.Answers.AsNoTracking().Where(a => a.ResponseId >= first && a.ResponseId <= last && a.Value != null)
            .ToDictionaryAsync(a => (a.ResponseId, a.Item), a => a.Value?.ToString(CultureInfo.InvariantCulture), cancellationToken);
        var comments = await db.Comments.AsNoTracking().Where(c => c.ResponseId >= first && c.ResponseId <= last)
            .ToDictionaryAsync(c => (c.ResponseId, c.Item), c => c.Text, cancellationToken);
        foreach (var r in page)
            await csv.WriteLineAsync(columns.Select(column => ResponseColumns.Of(r, column) ?? answers.GetValueOrDefault((r.Id, column)) ?? comments.GetValueOrDefault((r.Id, column))), cancellationToken);
    }
}
