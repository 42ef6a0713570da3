using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Quarantine;
using Microsoft.EntityFrameworkCore;

namespace Bot.Quarantine;

/// <summary>
/// Moves stored responses into quarantine and out of it, their ratings and the audit log with them in one transaction. A response that is not
/// where the move begins stays as it is, so that a move may be repeated.
/// </summary>
internal sealed class QuarantineDesk(IDbContextFactory<BotDbContext> contexts, ScoringForms forms, IdSource ids, TimeProvider time, IFoldSignal scores)
{
    private const int AtOnce = 200;
    private const int MaximumTries = 5;

    /// <summary>Takes responses that nobody has doubted out of the scores; gives their number, as all these do.</summary>
    public Task<int> SuspectAsync(IReadOnlyCollection<long> responses, QuarantineReason reason, CancellationToken cancellationToken) =>
        MoveAsync(responses, QuarantineMark.Rule, "suspect", row => row.Quarantine is null, row => QuarantineMark.Suspect(row, reason, Now), cancellationToken);

    /// <summary>Brings responses into the scores for good.</summary>
    public Task<int> ReleaseAsync(IReadOnlyCollection<long> responses, string actor, CancellationToken cancellationToken) =>
        MoveAsync(responses, actor, "release", row => row.IsOut(), row => row.Quarantine = QuarantineStatus.Released, cancellationToken);

    /// <summary>Keeps suspected responses out of the scores for good.</summary>
    public Task<int> ConfirmAsync(IReadOnlyCollection<long> responses, string actor, CancellationToken cancellationToken) => MoveAsync(
        responses, actor, "confirm", row => row.Quarantine == QuarantineStatus.Suspected, row => row.Quarantine = QuarantineStatus.Confirmed, cancellationToken);

    /// <summary>Puts released responses back into quarantine.</summary>
    public Task<int> ReturnAsync(IReadOnlyCollection<long> responses, string actor, CancellationToken cancellationToken) =>
        MoveAsync(responses, actor, "return", row => row.Quarantine == QuarantineStatus.Released, Return, cancellationToken);

    private DateTimeOffset Now => Microseconds.Truncate(time.GetUtcNow());

    private void Return(ResponseRow row) => (row.Quarantine, row.QuarantinedAt) = (QuarantineStatus.Suspected, Now);

    private async Task<int> MoveAsync(
        IReadOnlyCollection<long> responses, string actor, string action, Func<ResponseRow, bool> applies, Action<ResponseRow> mark, CancellationToken cancellationToken)
    {
        var moved = 0;
        foreach (var some in responses.Chunk(AtOnce))
            moved += await MoveSomeAsync([.. some], actor, action, applies, mark, cancellationToken);
        if (moved > 0)
            scores.Raise();
        return moved;
    }

    private async Task<int> MoveSomeAsync(
        List<long> responses, string actor, string action, Func<ResponseRow, bool> applies, Action<ResponseRow> mark, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryMoveAsync(responses, actor, action, applies, mark, cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (tries < MaximumTries)
            {
                // The person was changing the answers, or erased them, in this moment: they are looked at again.
            }
        }
    }

    private async Task<int> TryMoveAsync(
        List<long> responses, string actor, string action, Func<ResponseRow, bool> applies, Action<ResponseRow> mark, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = (await db.Responses.Where(r => responses.Contains(r.Id) && r.SubmittedAt != null).ToListAsync(cancellationToken)).FindAll(applies.Invoke);
        var ratings = await RatingsAsync(db, rows.ConvertAll(r => r.Id), cancellationToken);
        foreach (var row in rows)
        {
            mark(row);
            if (row.IsOut() && ResponseCount.Leave(row, ids) is { } left)
                db.ScoreDeltas.Add(left);
            else if (!row.IsOut() && row.Counted is null)
                db.ScoreDeltas.Add(ResponseCount.Enter(row, ratings[row.Id].Where(a => IsCounted(row, a.Item)).Select(a => KeyValuePair.Create(a.Item, a.Value.GetValueOrDefault())), ids));
        }

        foreach (var alike in rows.GroupBy(r => r.QuarantineReason ?? "", StringComparer.Ordinal))
            db.AuditEntries.Add(QuarantineMark.Audit(ids, Now, actor, action, alike.Key, alike.Select(r => r.Id)));
        await db.SaveChangesAsync(cancellationToken);
        return rows.Count;
    }

    private static async Task<ILookup<long, AnswerRow>> RatingsAsync(BotDbContext db, List<long> responses, CancellationToken cancellationToken) =>
        (await db.Answers.AsNoTracking().Where(a => responses.Contains(a.ResponseId) && a.Value != null).ToListAsync(cancellationToken)).ToLookup(a => a.ResponseId);

    private bool IsCounted(ResponseRow row, string item) => forms.Find(row.Form ?? "")?.Layout.ZoneByItem.ContainsKey(item) == true;
}
