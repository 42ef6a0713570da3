using Bot.Alerts;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Dialogs;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Cases;

/// <summary>Who is to be asked to rate again what a case has mended: those who had rated it low, and had agreed to be asked.</summary>
internal sealed class RatingRequests(IDbContextFactory<BotDbContext> contexts, ScoringForms forms)
{
    /// <summary>Nobody is asked twice within so long.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromDays(30);

    /// <summary>Who could not be reached for so long is not asked any more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(14);

    /// <summary>A rating up to this one is asked about again.</summary>
    private const int HighestLow = 3;

    /// <summary>Adds the requests of a case that is done to a context, to be saved with it.</summary>
    public async Task AddAsync(BotDbContext db, CaseRow done, CancellationToken cancellationToken)
    {
        var (from, to) = (done.OpenedAt.AddDays(-LowRatings.Days), done.DoneAt);
        var agreed = await db.Responses.AsNoTracking()
            .Where(r => r.ServiceId == done.ServiceId && (done.RegionId == "" || r.RegionId == done.RegionId) && r.Counted != null && r.RespondentId != null)
            .Where(r => r.SubmittedAt >= from && r.SubmittedAt <= to)
            .Where(r => db.Answers.Any(a => a.ResponseId == r.Id && a.Item == Answers.AskAgain && a.Choice == Answers.Yes))
            .OrderByDescending(r => r.SubmittedAt).Select(r => new { r.Id, r.RespondentId, r.Form, r.Counted }).ToListAsync(cancellationToken);
        var low = agreed.Where(r => forms.Find(r.Form ?? "")?.CriteriaRated(r.Counted!, ItemTally.Lowest, HighestLow).Contains(done.Criterion) == true).ToList();
        var asked = await AskedAsync(db, low.ConvertAll(r => r.RespondentId), to - Rest, cancellationToken);
        var known = low.ConvertAll(r => r.Id);
        var standing = await db.RatingRequests.Where(q => known.Contains(q.ResponseId)).Select(q => q.ResponseId).ToListAsync(cancellationToken);
        db.RatingRequests.AddRange(low.Where(r => !asked.Contains(r.RespondentId)).DistinctBy(r => r.RespondentId).Where(r => !standing.Contains(r.Id))
            .Select(r => new RatingRequestRow { ResponseId = r.Id, CaseId = done.Id, DueAt = to }));
    }

    public async Task<int> CountAskedAsync(long caseId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RatingRequests.CountAsync(r => r.CaseId == caseId && r.AskedAt != null, cancellationToken);
    }

    /// <summary>Those who are to be asked now and may be written to.</summary>
    public async Task<List<DueRequest>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var oldest = now - Patience;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due =
            from q in db.RatingRequests
            where q.DueAt <= now && q.DueAt > oldest
            join r in db.Responses on q.ResponseId equals r.Id
            join c in db.Conversations on r.RespondentId equals c.Id
            join k in db.Cases on q.CaseId equals k.Id
            where db.Contacts.Any(contact => contact.ConversationId == c.Id && contact.BlockedAt == null && contact.OptedOutAt == null)
            orderby q.DueAt
            select new { Row = q, ConversationId = c.Id, c.Channel, c.Language, k.ServiceId, k.Criterion };
        return (await due.AsNoTracking().ToListAsync(cancellationToken))
            .ConvertAll(d => new DueRequest(d.Row, d.ConversationId, d.Channel, d.Language, d.ServiceId, d.Criterion));
    }

    /// <summary>Takes a request before it is sent; false where somebody else was first.</summary>
    public Task<bool> ClaimAsync(DueRequest due, DateTimeOffset now, CancellationToken cancellationToken) => MoveAsync(due.Row.ResponseId, due.Row.DueAt, null, now, cancellationToken);

    /// <summary>Gives a request back that has surely not arrived.</summary>
    public Task PutOffAsync(DueRequest due, DateTimeOffset until, CancellationToken cancellationToken) => MoveAsync(due.Row.ResponseId, null, until, null, cancellationToken);

    /// <summary>The survey by which somebody rates again; null where they were not asked, or have done so.</summary>
    public async Task<SurveyLink?> LinkAsync(string conversationId, long responseId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var first = await db.Responses.AsNoTracking().FirstOrDefaultAsync(r => r.Id == responseId && r.RespondentId == conversationId, cancellationToken);
        var askedAt = await db.RatingRequests.Where(q => q.ResponseId == responseId).Select(q => q.AskedAt).FirstOrDefaultAsync(cancellationToken);
        if (first is null || askedAt is null)
            return null;
        var isDone = await db.Responses.AnyAsync(
            r => r.RespondentId == conversationId && r.ServiceId == first.ServiceId && r.Source == SurveyLink.Again && r.SubmittedAt >= askedAt, cancellationToken);
        return isDone ? null : new SurveyLink(
            SurveyLink.Again, first.ServiceId, first.Form, first.RegionId == Survey.Catalogue.Region.Unknown ? null : first.RegionId, UsedChannel: first.UsedChannel);
    }

    private static async Task<HashSet<string?>> AskedAsync(BotDbContext db, List<string?> people, DateTimeOffset? since, CancellationToken cancellationToken) =>
        [.. await db.RatingRequests.Where(q => q.AskedAt >= since || q.DueAt != null)
            .Join(db.Responses.Where(r => people.Contains(r.RespondentId)), q => q.ResponseId, r => r.Id, (q, r) => r.RespondentId).ToListAsync(cancellationToken)];

    private async Task<bool> MoveAsync(long responseId, DateTimeOffset? from, DateTimeOffset? to, DateTimeOffset? askedAt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RatingRequests.Where(q => q.ResponseId == responseId && q.DueAt == from)
            .ExecuteUpdateAsync(set => set.SetProperty(q => q.DueAt, to).SetProperty(q => q.AskedAt, askedAt), cancellationToken) == 1;
    }
}

/// <summary>A person who is to be asked.</summary>
internal sealed record DueRequest(RatingRequestRow Row, string ConversationId, string Channel, string? Language, string ServiceId, string Criterion);
