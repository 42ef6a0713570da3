using Bot.Managers;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Comments;
using Bot.Survey.Dialogs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Comments;

/// <summary>
/// The comments as a staff member may see them. Cards read through it alone, so that no button, old or forged, shows what lies outside the scope,
/// in a small cell or in the separate queue.
/// </summary>
internal sealed class CommentReader(
    IDbContextFactory<BotDbContext> contexts, CommentTopics topics, CommentRules rules, ScoringForms forms, IOptions<CommentsOptions> options)
{
    private const string Common = "common";

    /// <summary>Null where the person does not see the service at that place.</summary>
    public async Task<CommentBoard?> BoardAsync(ScoreAccess access, ScorePlace place, string service, CancellationToken cancellationToken)
    {
        if (!access.SeesService(service, place))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var gate = new CommentGate(options.Value.MinimumToShow, await CellsAsync(db, service, cancellationToken));
        var stored = await StoredAsync(db, place, service, cancellationToken);
        var entries = stored.ConvertAll(s => new CommentEntry(
            s.ResponseId, s.Item, s.Form, [.. s.Topics.Split(',').Where(topic => Sees(s.Form, topic) && gate.Shows(s.Form, topic, place.Region))],
            AlmatyTime.Day(s.At.GetValueOrDefault())));
        var shown = entries.Where(entry => entry.Topics.Count > 0).ToList();
        var reasons = await ReasonsAsync(db, place, service, cancellationToken);
        return new CommentBoard(
            service,
            [.. ServiceForms.All.Select(form => form.Id()).Where(form => gate.Shows(form, place.Region))],
            stored.Exists(s => s.Topics.Split(',').Any(topic => Sees(s.Form, topic) && !gate.Shows(s.Form, topic, place.Region))),
            shown,
            [.. reasons.Where(reason => Topic(reason.Reason) is var topic && Sees(reason.Form, topic) && gate.Shows(reason.Form, topic, place.Region))]);

        bool Sees(string form, string topic) => topics.Shows(access, place, service, form, topic);
    }

    /// <summary>The texts of some of the board's comments. One that today's rules call sensitive, although it was stored by older ones, is left out.</summary>
    public async Task<IReadOnlyList<ShownComment>> TextsAsync(IReadOnlyList<CommentEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Select(entry => entry.ResponseId).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Comments.AsNoTracking().Where(c => ids.Contains(c.ResponseId) && c.Sensitive == "").ToListAsync(cancellationToken);
        return [.. entries.Join(rows, entry => (entry.ResponseId, entry.Item), row => (row.ResponseId, row.Item), (entry, row) => (entry, row))
            .Where(c => rules.Find(c.row.Text).Sensitive.Count == 0)
            .Select(c => new ShownComment(c.entry, c.row.Language, rules.Mask(c.row.Text)))];
    }

    private async Task<IReadOnlyList<CommentCell>> CellsAsync(BotDbContext db, string service, CancellationToken cancellationToken) =>
        [.. (await new ScoreTallies(db, forms, published: false).ReadByRegionAsync(service, cancellationToken)).SelectMany(tally =>
            tally.Value.Layout.Criteria.Index().Select(criterion => new CommentCell(tally.Key.Form, tally.Key.RegionId, criterion.Item.Id, tally.Value.CriterionRaters(criterion.Index)))
                .Prepend(new CommentCell(tally.Key.Form, tally.Key.RegionId, null, tally.Value.Respondents)))];

    private static Task<List<Stored>> StoredAsync(BotDbContext db, ScorePlace place, string service, CancellationToken cancellationToken) =>
        db.Comments.Where(c => c.ServiceId == service && c.Sensitive == "")
            .Join(Counted(db, place), c => c.ResponseId, r => r.Id, (c, r) => new { c.ResponseId, c.Item, c.Topics, r.Form, r.SubmittedAt })
            .OrderByDescending(c => c.SubmittedAt).ThenByDescending(c => c.ResponseId).ThenBy(c => c.Item)
            .Select(c => new Stored(c.ResponseId, c.Item, c.Form ?? "", c.Topics, c.SubmittedAt)).ToListAsync(cancellationToken);

    private static async Task<IReadOnlyList<ReasonCount>> ReasonsAsync(BotDbContext db, ScorePlace place, string service, CancellationToken cancellationToken)
    {
        var answers = await db.Answers.Where(a => a.ServiceId == service && a.Item == CommentTagger.WentWrong)
            .Join(Counted(db, place), a => a.ResponseId, r => r.Id, (a, r) => new { Form = r.Form ?? "", Choice = a.Choice ?? "" })
            .GroupBy(a => new { a.Form, a.Choice }).Select(a => new { a.Key.Form, a.Key.Choice, Count = a.Count() }).ToListAsync(cancellationToken);
        return [.. answers.SelectMany(a => CommentTagger.Chosen(a.Choice).Select(reason => (a.Form, Reason: reason, a.Count)))
            .Where(a => a.Reason != CommentTagger.UnofficialPayment)
            .GroupBy(a => (a.Form, a.Reason)).Select(a => new ReasonCount(a.Key.Form, a.Key.Reason, a.Sum(one => one.Count)))
            .OrderByDescending(a => a.Count).ThenBy(a => a.Reason, StringComparer.Ordinal)];
    }

    // What does not count in the scores says nothing here either.
    private static IQueryable<ResponseRow> Counted(BotDbContext db, ScorePlace place) =>
        db.Responses.Where(r => r.Status == ResponseStatus.Submitted && r.Counted != null && (place.Region == null || r.RegionId == place.Region));

    private static string Topic(string reason) => reason.Split('.')[0] is var criterion && criterion == Common ? CommentRules.Other : criterion;

    private sealed record Stored(long ResponseId, string Item, string Form, string Topics, DateTimeOffset? At);
}
