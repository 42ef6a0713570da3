using Bot.Conversations;
using Bot.Managers;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Localization;
using Microsoft.EntityFrameworkCore;

namespace Bot.Cases;

/// <summary>Reminds those who work on a case a day before its limit, and when it is over.</summary>
internal sealed class ReminderSender(
    IDbContextFactory<BotDbContext> contexts, ConversationStore store, StaffScores scores, CaseCards cards, Announcer announcer, TextCatalogue texts) : IAnnouncements
{
    public async Task SendDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var due in await DueAsync(now, cancellationToken))
        {
            var reach = await announcer.FindAsync(due.Row.OwnerId!, due.Channel, cancellationToken);
            if (reach is { Key: not null, Now: false })
                continue; // It waits until the person is there.
            var next = CaseDesk.NextReminder(due.Row.DueAt, now);
            if (!await MoveAsync(due.Row, due.Row.RemindAt, next, cancellationToken) || reach.Key is not { } key || !await SeesAsync(due.Row, cancellationToken))
                continue;
            if (await announcer.SendAsync(due.Row.OwnerId!, key, cards.Reminder(due.Row, texts.Choose(due.Language)), cancellationToken) is { } later)
                await MoveAsync(due.Row, next, later, cancellationToken);
        }
    }

    private async Task<List<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await db.Cases.AsNoTracking().Where(c => c.RemindAt <= now && c.State != CaseState.Done).OrderBy(c => c.RemindAt)
            .Join(db.Conversations, c => c.OwnerId, o => o.Id, (c, o) => new { Row = c, o.Channel, o.Language }).ToListAsync(cancellationToken);
        return due.ConvertAll(d => new DueReminder(d.Row, d.Channel, d.Language));
    }

    // Who has lost the right to see the case is not told of it.
    private async Task<bool> SeesAsync(CaseRow row, CancellationToken cancellationToken) =>
        await store.StaffAsync(row.OwnerId!, cancellationToken) is { Role: StaffRole.Manager or StaffRole.Administrator } staff
        && CaseDesk.Sees(scores.AccessOf(staff), row.ServiceId, row.RegionId);

    private async Task<bool> MoveAsync(CaseRow row, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Cases.Where(c => c.Id == row.Id && c.RemindAt == from && c.OwnerId == row.OwnerId && c.State == row.State)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.RemindAt, to), cancellationToken) == 1;
    }

    private sealed record DueReminder(CaseRow Row, string Channel, string? Language);
}
