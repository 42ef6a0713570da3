using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Quarantine;
using Bot.Survey.Quarantine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Jobs;

/// <summary>
/// Takes bursts out of the scores: all their members, those too that came before it was one. Looks back far enough to make good an hour in which
/// it did not run.
/// </summary>
internal sealed class BurstJob(IDbContextFactory<BotDbContext> contexts, QuarantineDesk desk, TimeProvider time, IOptions<QuarantineOptions> options)
{
    private static readonly TimeSpan Missed = TimeSpan.FromHours(1);

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
            return;
        var since = Microseconds.Truncate(time.GetUtcNow()) - options.Value.Links.Window - Missed;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // The index is on the last change, which never lies before the submit.
        var recent = db.Responses.Where(r => r.Status == ResponseStatus.Submitted && r.UpdatedAt >= since && r.SubmittedAt >= since);
        await FindAsync(
            recent.Where(r => r.SourceLink != null).Select(r => new Submit { From = r.SourceLink!, Id = r.Id, At = r.SubmittedAt!.Value, Quarantine = r.Quarantine }),
            options.Value.Links, QuarantineReason.LinkBurst, cancellationToken);
        await FindAsync(
            recent.Where(r => r.RespondentId != null).Select(r => new Submit { From = r.RespondentId!, Id = r.Id, At = r.SubmittedAt!.Value, Quarantine = r.Quarantine }),
            options.Value.Persons, QuarantineReason.PersonBurst, cancellationToken);
    }

    private async Task FindAsync(IQueryable<Submit> submits, BurstRule rule, QuarantineReason reason, CancellationToken cancellationToken)
    {
        foreach (var from in await submits.GroupBy(s => s.From).Where(g => g.Count() > rule.Limit).Select(g => g.Key).ToListAsync(cancellationToken))
        {
            var some = await submits.Where(s => s.From == from).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync(cancellationToken);
            var members = some.Zip(rule.Find(some.ConvertAll(s => s.At))).Where(s => s.Second && s.First.Quarantine is null).Select(s => s.First.Id).ToList();
            await desk.SuspectAsync(members, reason, cancellationToken);
        }
    }

    private sealed class Submit
    {
        public required string From { get; init; }
        public required long Id { get; init; }
        public required DateTimeOffset At { get; init; }
        public required QuarantineStatus? Quarantine { get; init; }
    }
}
