using Bot.Comments;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Scores;
using Microsoft.EntityFrameworkCore;

namespace Bot.Responses;

/// <summary>Takes a file of responses in: all of it or nothing.</summary>
internal sealed class ResponseImport(
    IDbContextFactory<BotDbContext> contexts, ImportReader reader, ScoringForms forms, CommentTagger tagger, IdSource ids, TimeProvider time, IFoldSignal signal)
{
    private const int Page = 500;

    /// <param name="actor">Who imports, for the audit log.</param>
    public async Task<ImportResult> RunAsync(Stream stream, string actor, CancellationToken cancellationToken)
    {
        var file = await reader.ReadAsync(stream, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in file.Responses.Values.Chunk(Page))
            await CompareAsync(db, page, known, file.Faults, cancellationToken);
        if (file.Faults.Count > 0)
            return new ImportResult(0, 0, [.. file.Faults.OrderBy(f => f.Line)]);
        var added = file.Responses.Values.Select(r => r.Response).Where(r => !known.Contains(r.Id)).ToList();
        if (added.Count > 0)
            await SaveAsync(db, added, actor, cancellationToken);
        return new ImportResult(added.Count, known.Count + file.Repeated, []);
    }

    private static async Task CompareAsync(
        BotDbContext db, (int Line, ImportedResponse Response)[] page, HashSet<string> known, List<ImportFault> faults, CancellationToken cancellationToken)
    {
        var stored = await StoredResponses.FindAsync(db, [.. page.Select(r => r.Response.Id)], cancellationToken);
        foreach (var (line, response) in page)
        {
            if (!stored.TryGetValue(response.Id, out var earlier))
                continue;
            known.Add(response.Id);
            if (earlier != response)
                faults.Add(new ImportFault(line, ResponseColumns.Id, $"«{response.Id}» is stored already with another content"));
        }
    }

    private async Task SaveAsync(BotDbContext db, List<ImportedResponse> added, string actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = added.ConvertAll(r => Row(r, now));
        var deltas = rows.ConvertAll(Counted);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await BulkInsert.WriteAsync(db, rows, cancellationToken);
        await BulkInsert.WriteAsync(db, rows.SelectMany(Answers), cancellationToken);
        await BulkInsert.WriteAsync(db, rows.Zip(added).Where(r => r.Second.Comment.Length > 0).Select(r => Comment(r.First, r.Second)), cancellationToken);
        await BulkInsert.WriteAsync(db, deltas, cancellationToken);
        db.AuditEntries.Add(new AuditEntryRow { Id = ids.Next(), At = now, Actor = actor, Action = "responses.import", Subject = $"{added.Count} responses" });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Raise();
    }

    private ScoreDeltaRow Counted(ResponseRow response) => ResponseCount.Enter(response, RatingText.Read(response.Counted ?? ""), ids);

    private ResponseRow Row(ImportedResponse r, DateTimeOffset now)
    {
        var survey = ResponseColumns.SurveyChannels.Contains(r.Channel, StringComparer.Ordinal);
        return new ResponseRow
        {
            Id = ids.Next(),
            Status = ResponseStatus.Submitted,
            ServiceId = r.ServiceId,
            Form = r.Form,
            RegionId = r.RegionId,
            UsedChannel = survey ? null : r.Channel,
            SurveyChannel = survey ? r.Channel : ResponseColumns.Imported,
            Language = r.Language,
            Outcome = r.Outcome,
            Source = ResponseColumns.Imported,
            ImportId = r.Id,
            QuestionnaireVersion = forms.Find(r.Form)?.Version ?? 0,
            StartedAt = r.SubmittedAt,
            UpdatedAt = now,
            SubmittedAt = r.SubmittedAt,
            Counted = r.Ratings,
        };
    }

    private static IEnumerable<AnswerRow> Answers(ResponseRow response) =>
        RatingText.Read(response.Counted ?? "").Select(r => new AnswerRow { ResponseId = response.Id, Item = r.Key, Value = r.Value });

    private CommentRow Comment(ResponseRow row, ImportedResponse response)
    {
        var comment = new CommentRow { ResponseId = row.Id, Item = ResponseColumns.Comment, ServiceId = response.ServiceId, Text = response.Comment, Language = response.Language };
        tagger.Tag(comment, about: null, wentWrong: null, response.Language);
        return comment;
    }
}

/// <param name="Imported">New responses.</param>
/// <param name="Ignored">Lines whose response was stored already, with the same content.</param>
/// <param name="Faults">Why nothing was imported; empty where it was.</param>
internal sealed record ImportResult(int Imported, int Ignored, IReadOnlyList<ImportFault> Faults);
