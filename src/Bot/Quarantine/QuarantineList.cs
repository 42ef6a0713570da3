using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Dialogs;
using Microsoft.EntityFrameworkCore;

namespace Bot.Quarantine;

/// <summary>The doubted responses as staff see them: without anything that names a person.</summary>
internal sealed class QuarantineList(IDbContextFactory<BotDbContext> contexts, ScoringForms forms)
{
    public const int PageSize = 5;

    /// <summary>Those that wait for a decision, or those decided; the newest first.</summary>
    public async Task<QuarantinePage> PageAsync(bool decided, int page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = decided
            ? db.Responses.Where(r => r.Quarantine == QuarantineStatus.Confirmed || r.Quarantine == QuarantineStatus.Released)
            : db.Responses.Where(r => r.Quarantine == QuarantineStatus.Suspected);
        var waiting = await db.Responses.CountAsync(r => r.Quarantine == QuarantineStatus.Suspected, cancellationToken);
        var total = decided ? await all.CountAsync(cancellationToken) : waiting;
        page = Math.Clamp(page, 0, Math.Max(0, (total - 1) / PageSize));
        var rows = await all.AsNoTracking().OrderByDescending(r => r.QuarantinedAt).ThenByDescending(r => r.Id)
            .Skip(page * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new QuarantinePage(decided, page, total, waiting, await CasesAsync(db, rows, cancellationToken));
    }

    public async Task<QuarantineCase?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Responses.AsNoTracking().Where(r => r.Id == id && r.Quarantine != null).ToListAsync(cancellationToken);
        return (await CasesAsync(db, rows, cancellationToken)).SingleOrDefault();
    }

    /// <summary>The suspected responses to the same service, of the same day and doubted for the same reason, up to an id.</summary>
    public async Task<IReadOnlyList<long>> AlikeAsync(QuarantineCase one, long upTo, CancellationToken cancellationToken)
    {
        var day = AlmatyTime.Day(one.SubmittedAt);
        var (from, to) = (AlmatyTime.At(day, TimeOnly.MinValue), AlmatyTime.At(day.AddDays(1), TimeOnly.MinValue));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Responses.Where(r => r.Quarantine == QuarantineStatus.Suspected && r.QuarantineReason == one.Reason && r.ServiceId == one.Service)
            .Where(r => r.SubmittedAt >= from && r.SubmittedAt < to && r.Id <= upTo).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
    }

    private async Task<List<QuarantineCase>> CasesAsync(BotDbContext db, List<ResponseRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.ConvertAll(r => r.Id);
        var rated = (await db.Answers.AsNoTracking().Where(a => ids.Contains(a.ResponseId) && a.Value != null).ToListAsync(cancellationToken)).ToLookup(a => a.ResponseId, a => a.Item);
        return rows.ConvertAll(r => new QuarantineCase(
            r.Id, r.Quarantine ?? default, r.QuarantineReason ?? "", r.ServiceId ?? "", r.Form ?? "", r.RegionId ?? "", r.SubmittedAt.GetValueOrDefault(),
            rated[r.Id].Count(item => forms.Find(r.Form ?? "")?.Layout.ZoneByItem.ContainsKey(item) == true),
            // The state goes when the term of the link to the person is over.
            r.State.Length == 0 ? null : DialogJson.Read(r.State).Pace.Each));
    }
}

/// <param name="Decided">Whether these are the decided ones.</param>
/// <param name="Number">From 0.</param>
/// <param name="Total">Cases on all pages.</param>
/// <param name="Waiting">Cases that wait for a decision.</param>
internal sealed record QuarantinePage(bool Decided, int Number, int Total, int Waiting, IReadOnlyList<QuarantineCase> Cases)
{
    public int Count => Math.Max(1, (Total + QuarantineList.PageSize - 1) / QuarantineList.PageSize);
}

/// <param name="Ratings">Ratings given.</param>
/// <param name="Each">Time for a rating on average; null where it is not known any more.</param>
internal sealed record QuarantineCase(
    long Id, QuarantineStatus Status, string Reason, string Service, string Form, string Region, DateTimeOffset SubmittedAt, int Ratings, TimeSpan? Each);
