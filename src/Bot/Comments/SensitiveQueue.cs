using Bot.Managers;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Comments;
using Bot.Survey.Dialogs;
using Microsoft.EntityFrameworkCore;

namespace Bot.Comments;

/// <summary>
/// The comments about corruption, a diagnosis or a child, from the services and regions of a person's scope. That a provider answers for a service
/// gives no sight of them: they are kept from the provider.
/// </summary>
internal sealed class SensitiveQueue(IDbContextFactory<BotDbContext> contexts, CommentRules rules)
{
    /// <summary>Some of those that are not done: the untaken ones first, then the older before the younger. Or of those that are, the youngest first.</summary>
    public async Task<SensitivePage> ReadAsync(ScoreAccess access, bool done, int page, int pageSize, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var listed = done ? Done(db, access.Scope) : Open(db, access.Scope);
        var count = await listed.CountAsync(cancellationToken);
        page = Math.Clamp(page, 0, Math.Max(0, (count - 1) / pageSize));
        var ordered = done
            ? listed.OrderByDescending(c => c.Response.SubmittedAt).ThenByDescending(c => c.Row.ResponseId).ThenBy(c => c.Row.Item)
            : listed.OrderBy(c => c.Row.Handling).ThenBy(c => c.Response.SubmittedAt).ThenBy(c => c.Row.ResponseId).ThenBy(c => c.Row.Item);
        var rows = await ordered
            .Skip(page * pageSize).Take(pageSize)
            .Select(c => new { c.Row, c.Response.Form, c.Response.RegionId, c.Response.SubmittedAt }).AsNoTracking().ToListAsync(cancellationToken);
        var comments = rows.ConvertAll(c => new SensitiveComment(
            c.Row.ResponseId, c.Row.Item, c.Row.ServiceId, c.Form ?? "", c.RegionId ?? "", AlmatyTime.Day(c.SubmittedAt.GetValueOrDefault()),
            c.Row.Sensitive.Split(','), c.Row.Language, rules.Mask(c.Row.Text), c.Row.Handling));
        return new SensitivePage(done, page, count, comments, page == 0 && !done ? await UnofficialAsync(db, access.Scope, cancellationToken) : []);
    }

    /// <summary>Takes a comment on, or is done with it; false where the person may not or somebody was first.</summary>
    public async Task<bool> HandleAsync(ScoreAccess access, long staffId, long responseId, string item, CommentHandling to, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await Open(db, access.Scope).AnyAsync(c => c.Row.ResponseId == responseId && c.Row.Item == item, cancellationToken))
            return false;
        return await db.Comments.Where(c => c.ResponseId == responseId && c.Item == item && c.Sensitive != "" && c.Handling < to)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Handling, to).SetProperty(c => c.HandledBy, staffId), cancellationToken) > 0;
    }

    private static IQueryable<Joined> Open(BotDbContext db, StaffScope scope) => Of(db, scope, db.Comments.Where(c => c.Sensitive != "" && c.Handling != CommentHandling.Done));

    private static IQueryable<Joined> Done(BotDbContext db, StaffScope scope) => Of(db, scope, db.Comments.Where(c => c.Sensitive != "" && c.Handling == CommentHandling.Done));

    private static IQueryable<Joined> Of(BotDbContext db, StaffScope scope, IQueryable<CommentRow> comments) =>
        Seen(db, scope).Join(comments, r => r.Id, c => c.ResponseId, (r, c) => new Joined { Row = c, Response = r });

    private static IQueryable<ResponseRow> Seen(BotDbContext db, StaffScope scope)
    {
        var submitted = db.Responses.Where(r => r.Status == ResponseStatus.Submitted);
        List<string?> services = [.. scope.Services];
        List<string?> regions = [.. scope.Regions];
        return scope.IsEverything ? submitted : submitted.Where(r => services.Contains(r.ServiceId) || regions.Contains(r.RegionId));
    }

    /// <summary>How many chose «unofficial payment» as a reason, by service: people are told that this group looks at it.</summary>
    private static async Task<IReadOnlyList<(string Service, int Count)>> UnofficialAsync(BotDbContext db, StaffScope scope, CancellationToken cancellationToken)
    {
        var counts = await db.Answers.Where(a => a.ServiceId != null && a.Item == CommentTagger.WentWrong && a.Choice!.Contains(CommentTagger.UnofficialPayment))
            .Join(Seen(db, scope), a => a.ResponseId, r => r.Id, (a, r) => a.ServiceId!)
            .GroupBy(service => service).Select(service => new { Service = service.Key, Count = service.Count() }).ToListAsync(cancellationToken);
        return [.. counts.OrderByDescending(c => c.Count).ThenBy(c => c.Service, StringComparer.Ordinal).Select(c => (c.Service, c.Count))];
    }

    private sealed class Joined
    {
        public required CommentRow Row { get; init; }
        public required ResponseRow Response { get; init; }
    }
}

/// <param name="Done">Whether they are those that are done.</param>
/// <param name="Count">All of them.</param>
/// <param name="Unofficial">On the first page: how many chose «unofficial payment», by service.</param>
internal sealed record SensitivePage(bool Done, int Page, int Count, IReadOnlyList<SensitiveComment> Comments, IReadOnlyList<(string Service, int Count)> Unofficial);

/// <param name="Text">Masked.</param>
internal sealed record SensitiveComment(
    long ResponseId, string Item, string Service, string Form, string Region, DateOnly Day, IReadOnlyList<string> Kinds, string Language, string Text, CommentHandling Handling);
