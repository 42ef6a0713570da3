using System.Runtime.CompilerServices;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>What a service's answers give against what its cells and waiting deltas hold. Memory grows with its cells, not with its responses.</summary>
/// <param name="Differences">What must be added to the cells.</param>
/// <param name="Recounted">Responses whose counted ratings are not their answers, with the right ones.</param>
internal sealed record ScoreComparison(RebuildReport Report, List<ScoreCellRow> Differences, List<(long ResponseId, string Ratings)> Recounted)
{
    public static async Task<ScoreComparison> MakeAsync(BotDbContext db, ScoringForms forms, string service, CancellationToken cancellationToken)
    {
        var counter = new CellCounter(forms);
        var recounted = new List<(long ResponseId, string Ratings)>();
        var responses = 0L;
        await foreach (var (response, ratings) in ResponsesAsync(db, forms, service, cancellationToken))
        {
            if (!counter.Count(service, response.Form, response.RegionId, ScoreDay.Of(response.SubmittedAt), ratings, 1))
                continue;
            responses++;
            if (ratings != response.Counted)
                recounted.Add((response.Id, ratings));
        }

        await foreach (var d in db.ScoreDeltas.AsNoTracking().Where(d => d.ServiceId == service).AsAsyncEnumerable().WithCancellation(cancellationToken))
            counter.Count(service, d.Form, d.RegionId, d.Day, d.Ratings, -d.Sign);
        var compared = 0L;
        await foreach (var cell in db.ScoreCells.AsNoTracking().Where(c => c.ServiceId == service).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            compared++;
            counter.TrySubtract(cell);
        }

        var differences = counter.Rows().ToList();
        return new ScoreComparison(new RebuildReport(responses, compared, differences.Count, recounted.Count), differences, recounted);
    }

    /// <summary>The counted responses with the ratings that their answers give, in the form of the counted text.</summary>
    private static async IAsyncEnumerable<(CountedResponse Response, string Ratings)> ResponsesAsync(
        BotDbContext db, ScoringForms forms, string service, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows =
            from r in db.Responses
            where r.ServiceId == service && r.Counted != null && r.SubmittedAt != null
            join a in db.Answers.Where(a => a.Value != null) on r.Id equals a.ResponseId into answers
            from a in answers.DefaultIfEmpty()
            orderby r.Id, a.Item
            select new { r.Id, r.Form, r.RegionId, r.SubmittedAt, r.Counted, Item = a == null ? null : a.Item, Value = a == null ? null : a.Value };
        CountedResponse? response = null;
        var ratings = new List<KeyValuePair<string, int>>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (response?.Id != row.Id)
            {
                if (response is not null)
                    yield return (response, RatingText.Write(ratings));
                response = new CountedResponse(row.Id, row.Form ?? "", row.RegionId ?? "", row.SubmittedAt.GetValueOrDefault(), row.Counted ?? "");
                ratings.Clear();
            }

            if (row.Item is { } item && row.Value is { } value && forms.Find(response.Form)?.Layout.ZoneByItem.ContainsKey(item) == true)
                ratings.Add(KeyValuePair.Create(item, value));
        }

        if (response is not null)
            yield return (response, RatingText.Write(ratings));
    }

    private sealed record CountedResponse(long Id, string Form, string RegionId, DateTimeOffset SubmittedAt, string Counted);
}
