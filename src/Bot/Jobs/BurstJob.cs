using Bot.Invitations.Places;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Quarantine;
using Bot.Survey.Dialogs;
using Bot.Survey.Quarantine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Jobs;

/// <summary>
/// Takes bursts out of the scores: all their members, those too that came before it was one. Looks back far enough to make good an hour in which
/// it did not run. What one person sends by the code of a place after the first is taken out too.
/// </summary>
internal sealed class BurstJob(
    IDbContextFactory<BotDbContext> contexts, QuarantineDesk desk, TimeProvider time, IOptions<QuarantineOptions> options, IOptions<PlaceOptions> places)
{
    private static readonly TimeSpan Missed = TimeSpan.FromHours(1);

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
            return;
        BurstRule[] rules = [options.Value.Links, options.Value.Persons, places.Value.Bursts];
        var now = Microseconds.Truncate(time.GetUtcNow());
        var since = now - rules.Max(rule => rule.Window) - Missed;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // The index is on the last change, which never lies before the submit.
        var recent = db.Responses.Where(r => r.Status == ResponseStatus.Submitted && r.UpdatedAt >= since && r.SubmittedAt >= since);
        await FindAsync(ByLink(recent.Where(r => r.Source != SurveyLink.AtPlace)), options.Value.Links, QuarantineReason.LinkBurst, cancellationToken);
        await FindAsync(
            recent.Where(r => r.RespondentId != null).Select(r => new Submit { From = r.RespondentId!, Id = r.Id, At = r.SubmittedAt!.Value, Quarantine = r.Quarantine }),
            options.Value.Persons, QuarantineReason.PersonBurst, cancellationToken);
        await FindAsync(ByLink(recent.Where(r => r.Source == SurveyLink.AtPlace)), places.Value.Bursts, QuarantineReason.PlaceBurst, cancellationToken);
        await FindRepeatsAsync(db, recent, now - places.Value.Repeats, cancellationToken);
    }

    private static IQueryable<Submit> ByLink(IQueryable<ResponseRow> responses) => responses.Where(r => r.SourceLink != null)
        .Select(r => new Submit { From = r.SourceLink!, Id = r.Id, At = r.SubmittedAt!.Value, Quarantine = r.Quarantine });

    private async Task FindAsync(IQueryable<Submit> submits, BurstRule rule, QuarantineReason reason, CancellationToken cancellationToken)
    {
        foreach (var from in await submits.GroupBy(s => s.From).Where(g => g.Count() > rule.Limit).Select(g => g.Key).ToListAsync(cancellationToken))
        {
            var some = await submits.Where(s => s.From == from).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync(cancellationToken);
            var members = some.Zip(rule.Find(some.ConvertAll(s => s.At))).Where(s => s.Second && s.First.Quarantine is null).Select(s => s.First.Id).ToList();
            await desk.SuspectAsync(members, reason, cancellationToken);
        }
    }

    private async Task FindRepeatsAsync(BotDbContext db, IQueryable<ResponseRow> recent, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var repeats = await recent
            .Where(r => r.Source == SurveyLink.AtPlace && r.RespondentId != null && r.Quarantine == null)
            .Where(r => db.Responses.Any(e =>
                e.RespondentId == r.RespondentId && e.ServiceId == r.ServiceId && e.SubmittedAt >= since && e.SubmittedAt < r.SubmittedAt && e.SourceLink == r.SourceLink))
            .Select(r => r.Id).ToListAsync(cancellationToken);
        await desk.SuspectAsync(repeats, QuarantineReason.PlaceRepeat, cancellationToken);
    }

    private sealed class Submit
    {
        public required string From { get; init; }
        public required long Id { get; init; }
        public required DateTimeOffset At { get; init; }
        public required QuarantineStatus? Quarantine { get; init; }
    }
}
