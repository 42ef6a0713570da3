using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>How far the survey reached: who was invited and answered, and who waits for a result longer than the service may take.</summary>
/// <param name="Invited">Invitations by receipt; null: too few to be told.</param>
/// <param name="Answered">Those of them whose survey counts: the completed of the funnel less those in quarantine or erased; null: too few to be told.</param>
/// <param name="Overdue">People who have no result yet although the service's term has passed since they filed, or at the latest since they began to answer; null: too few to be told.</param>
internal sealed record ScoreReach(long? Invited, long? Answered, long? Overdue)
{
    /// <summary>As it is told to all but administrators: nobody is told of alone, nor by a step.</summary>
    public ScoreReach Published(PublishGate gate) => new(Step(Invited, gate), Step(Answered, gate), Step(Overdue, gate));

    private static long? Step(long? people, PublishGate gate) => people is { } number ? gate.Step(number) : null;

    public static async Task<ScoreReach> FindAsync(
        BotDbContext db, IReadOnlyCollection<Service> services, ScoreFilter filter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = services.Select(s => s.Id).ToList();
        var from = filter.From is { } first && first > DateOnly.MinValue ? AlmatyTime.At(first, TimeOnly.MinValue) : DateTimeOffset.MinValue;
        var to = filter.To is { } last && last < DateOnly.MaxValue ? AlmatyTime.At(last.AddDays(1), TimeOnly.MinValue) : DateTimeOffset.MaxValue;
        var invited = db.Invitations.Where(i => ids.Contains(i.ServiceId) && i.InvitedAt >= from && i.InvitedAt < to && (filter.Region == null || i.RegionId == filter.Region));
        var answered = invited.Where(i => db.Responses.Any(r => r.Id == i.ResponseId && r.Counted != null));
        var unlinked = invited.Where(i => i.CompletedAt != null && i.ResponseId == null);
        var waiting = await db.Responses
            .Where(r => r.SubmittedAt == null && r.Status == ResponseStatus.Waiting && ids.Contains(r.ServiceId!) && (filter.Region == null || r.RegionId == filter.Region))
            .GroupJoin(db.Invitations, r => r.InvitationId, i => (long?)i.Id, (r, i) => new { r, i }).SelectMany(x => x.i.DefaultIfEmpty(), (x, i) => new { x.r, i })
            .Select(x => new { x.r.ServiceId, Since = x.i!.FiledAt ?? x.i.RenderedAt ?? x.r.StartedAt }).ToListAsync(cancellationToken);
        var terms = services.Where(s => s.LongestDeadline is not null).ToDictionary(s => s.Id, s => s.LongestDeadline!, StringComparer.Ordinal);
        return new ScoreReach(
            await invited.LongCountAsync(cancellationToken),
            await answered.LongCountAsync(cancellationToken) + await unlinked.LongCountAsync(cancellationToken),
            waiting.LongCount(w => terms.TryGetValue(w.ServiceId!, out var term) && w.Since.AddDays(CalendarDays(term)) < now));
    }

    /// <summary>At most so many calendar days: five working days take a week, and a holiday may lie in it.</summary>
    private static int CalendarDays(Deadline term) => term.Unit is DeadlineUnit.WorkingDay ? (term.Value * 7 / 5) + 3 : term.Value;
}
