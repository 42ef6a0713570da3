using System.Globalization;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Scores;
using Microsoft.EntityFrameworkCore;

namespace Bot.Responses;

/// <summary>Stored responses as they would stand in a file.</summary>
internal static class StoredResponses
{
    /// <summary>The id in files: the one it was imported with, or its own.</summary>
    public static string FileId(ResponseRow response) => response.ImportId ?? response.Id.ToString(CultureInfo.InvariantCulture);

    public static string Channel(ResponseRow response) => response.UsedChannel ?? response.SurveyChannel;

    public static async Task<Dictionary<string, ImportedResponse>> FindAsync(BotDbContext db, List<string> fileIds, CancellationToken cancellationToken)
    {
        var own = fileIds.Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(id => id > 0).ToList();
        var imported = await db.Responses.AsNoTracking().Where(r => fileIds.Contains(r.ImportId!)).ToListAsync(cancellationToken);
        var answered = own.Count == 0 ? []
            : await db.Responses.AsNoTracking().Where(r => own.Contains(r.Id) && r.ImportId == null && r.SubmittedAt != null).ToListAsync(cancellationToken);
        List<ResponseRow> rows = [.. imported, .. answered];
        if (rows.Count == 0)
            return [];
        var rowIds = rows.ConvertAll(r => r.Id);
        var ratings = (await db.Answers.AsNoTracking().Where(a => rowIds.Contains(a.ResponseId) && a.Value != null).ToListAsync(cancellationToken)).ToLookup(a => a.ResponseId);
        var comments = await db.Comments.AsNoTracking().Where(c => rowIds.Contains(c.ResponseId) && c.Item == ResponseColumns.Comment)
            .ToDictionaryAsync(c => c.ResponseId, c => c.Text, cancellationToken);
        return rows.ToDictionary(FileId, r => Of(r, ratings[r.Id], comments.GetValueOrDefault(r.Id, "")), StringComparer.Ordinal);
    }

    private static ImportedResponse Of(ResponseRow r, IEnumerable<AnswerRow> ratings, string comment) => new(
        FileId(r), r.ServiceId ?? "", r.Form ?? "", r.RegionId ?? "", Channel(r), r.Language ?? "", r.SubmittedAt.GetValueOrDefault(), r.Outcome ?? "",
        RatingText.Write(ratings.Select(a => KeyValuePair.Create(a.Item, a.Value.GetValueOrDefault()))), comment);
}
