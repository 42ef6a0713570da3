using System.Runtime.CompilerServices;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>What the answers to some services give against what the cells and waiting deltas hold. Memory grows with the cells, not with the responses.</summary>
/// <param name="Differences">What must be added to the cells.</param>
/// <param name="Recounted">Responses whose counted ratings are not their answers, with the right ones.</param>
internal sealed record ScoreComparison(RebuildReport Report, Dictionary<CellKey, CellChange> Differences, List<RecountedResponse> Recounted)
{
    private const int PageSize = 2000;

    public static async Task<ScoreComparison> MakeAsync(BotDbContext db, ScoringForms forms, IReadOnlyCollection<string> services, CancellationToken cancellationToken)
    {
        var counter = new CellCounter(forms);
        var recounted = new List<RecountedResponse>();
        var responses = 0L;
        await foreach (var (response, ratings) in ResponsesAsync(db, forms, services, cancellationToken))
        {
            if (!counter.Count(new CountedResponse(response.ServiceId, response.Form, response.RegionId, ScoreDay.Of(response.SubmittedAt), ratings, response.CountedAs), 1))
                continue;
            responses++;
            if (ratings != response.Counted)
                recounted.Add(new RecountedResponse(response.ServiceId, response.Id, ratings, response.CountedAs));
        }

        await foreach (var d in db.ScoreDeltas.AsNoTracking().Where(d => services.Contains(d.ServiceId)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            counter.Count(new CountedResponse(d.ServiceId, d.Form, d.RegionId, d.Day, d.Ratings, d.CountedAs), -d.Sign);
        var (differences, compared) = await CompareAsync(db, forms, services, counter.Changes(), cancellationToken);
        return new ScoreComparison(new RebuildReport(responses, compared, differences.Count, recounted.Count), differences, recounted);
    }

    /// <summary>Takes the stored cells away from what was counted; what is left must be added to them.</summary>
    private static async Task<(Dictionary<CellKey, CellChange> Differences, long Compared)> CompareAsync(
        BotDbContext db, ScoringForms forms, IReadOnlyCollection<string> services, Dictionary<CellKey, CellChange> counted, CancellationToken cancellationToken)
    {
        var compared = 0L;
        await foreach (var cell in db.ScoreCells.AsNoTracking().Where(c => services.Contains(c.ServiceId)).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (forms.Find(cell.Form) is not { } form)
                continue;
            compared++;
            var key = CellKey.Of(cell);
            if (!counted.TryGetValue(key, out var change))
                counted[key] = change = new CellChange(form.Layout, key.Day);
            change.Take(cell);
            if (change.IsEmpty)
                counted.Remove(key);
        }

        foreach (var (key, _) in counted.Where(c => c.Value.IsEmpty).ToList())
            counted.Remove(key);
        return (counted, compared);
    }

    /// <summary>All submitted responses that are not in quarantine, with the ratings that their answers give, in the form of the counted text. Read by pages: memory does not grow with them.</summary>
    private static async IAsyncEnumerable<(StoredResponse Response, string Ratings)> ResponsesAsync(
        BotDbContext db, ScoringForms forms, IReadOnlyCollection<string> services, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var service in services)
        {
            StoredResponse? last = null;
            while (await PageAsync(db, service, last, cancellationToken) is { Count: > 0 } page)
            {
                var ids = page.ConvertAll(r => r.Id);
                var answers = (await db.Answers.Where(a => ids.Contains(a.ResponseId) && a.Value != null).Select(a => new { a.ResponseId, a.Item, Value = a.Value ?? 0 })
                    .ToListAsync(cancellationToken)).ToLookup(a => a.ResponseId);
                foreach (var response in page)
                {
                    var layout = forms.Find(response.Form)?.Layout;
                    yield return (response, RatingText.Write(answers[response.Id].Where(a => layout?.ZoneByItem.ContainsKey(a.Item) == true).Select(a => KeyValuePair.Create(a.Item, a.Value))));
                }

                last = page[^1];
            }
        }
    }

    /// <summary>The next responses of a service in the order of its index.</summary>
    private static async Task<List<StoredResponse>> PageAsync(BotDbContext db, string service, StoredResponse? last, CancellationToken cancellationToken)
    {
        var rows = db.Responses.Where(r => r.ServiceId == service && r.SubmittedAt != null && (r.Quarantine == null || r.Quarantine == QuarantineStatus.Released));
        if (last is { SubmittedAt: var at, Id: var id })
            rows = rows.Where(r => r.SubmittedAt >= at && (r.SubmittedAt > at || r.Id > id));
        var page = await rows.OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id).Take(PageSize)
            .Select(r => new { r.Id, r.Form, r.RegionId, r.SubmittedAt, r.Counted, r.CountedAs, r.Outcome, r.SurveyChannel, r.Source, r.Language }).ToListAsync(cancellationToken);
        return page.ConvertAll(r => new StoredResponse(
            r.Id, service, r.Form ?? "", r.RegionId ?? "", r.SubmittedAt.GetValueOrDefault(), r.Counted, r.CountedAs ?? CountedAs.Of(r.Outcome, r.SurveyChannel, r.Source, r.Language)));
    }

    private sealed record StoredResponse(long Id, string ServiceId, string Form, string RegionId, DateTimeOffset SubmittedAt, string? Counted, string CountedAs);
}

/// <param name="Ratings">What its answers are, as rows keep them.</param>
/// <param name="CountedAs">Of what kind it is.</param>
internal sealed record RecountedResponse(string ServiceId, long ResponseId, string Ratings, string CountedAs);
