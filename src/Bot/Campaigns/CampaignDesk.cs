using Bot.Exports;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Campaigns;

/// <summary>
/// What coordinators do with campaigns. Each act is one transaction with its entry in the audit log, and begins with the campaign's state: a second
/// press, or one on another replica, finds another state and does nothing.
/// </summary>
internal sealed class CampaignDesk(IDbContextFactory<BotDbContext> contexts, CampaignSending sending, IdSource ids, TimeProvider time)
{
    private static readonly CampaignState[] Drafts = [CampaignState.Draft, CampaignState.Faulty, CampaignState.Reading];

    /// <summary>Goes on with the good lines alone.</summary>
    public Task<bool> AcceptAsync(CampaignAccess access, long id, CancellationToken cancellationToken) =>
        MoveAsync(access, id, [CampaignState.Faulty], CampaignState.Draft, "campaign.accept", null, cancellationToken);

    /// <summary>Gives the invitations out: from <paramref name="startAt"/> on, at the earliest now.</summary>
    /// <param name="reminders">How many reminders follow, 0–2.</param>
    public Task<bool> ConfirmAsync(CampaignAccess access, long id, DateTimeOffset? startAt, int reminders, CancellationToken cancellationToken)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        var start = startAt > now ? Microseconds.Truncate(startAt.Value) : now;
        return MoveAsync(access, id, [CampaignState.Draft], CampaignState.Running, "campaign.confirm", async db =>
        {
            await db.Campaigns.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.StartAt, start).SetProperty(c => c.Reminders, Math.Clamp(reminders, 0, 2)), cancellationToken);
            return await sending.GiveOutAsync(db, id, start, now, cancellationToken);
        }, cancellationToken);
    }

    /// <summary>Sets when a draft is to be sent, and how many reminders follow.</summary>
    /// <param name="startAt">Null: as it was.</param>
    public async Task<bool> PlanAsync(long id, DateTimeOffset? startAt, int reminders, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Campaigns.Where(c => c.Id == id && c.State == CampaignState.Draft).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.StartAt, c => startAt ?? c.StartAt).SetProperty(c => c.Reminders, Math.Clamp(reminders, 0, 2)), cancellationToken) == 1;
    }

    public Task<bool> PauseAsync(CampaignAccess access, long id, CancellationToken cancellationToken) =>
        MoveAsync(access, id, [CampaignState.Running], CampaignState.Paused, "campaign.pause", null, cancellationToken);

    public Task<bool> ResumeAsync(CampaignAccess access, long id, CancellationToken cancellationToken) =>
        MoveAsync(access, id, [CampaignState.Paused], CampaignState.Running, "campaign.resume", null, cancellationToken);

    /// <summary>Nothing more is sent; links that people have still work.</summary>
    public Task<bool> StopAsync(CampaignAccess access, long id, CancellationToken cancellationToken) =>
        MoveAsync(access, id, [CampaignState.Running, CampaignState.Paused], CampaignState.Stopped, "campaign.stop", async db => await db.InvitationMessages
            .Where(m => m.CampaignId == id && m.State == MessageState.Due)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MessageState.Cancelled).SetProperty(m => m.ChangedAt, time.GetUtcNow()), cancellationToken), cancellationToken);

    /// <summary>Drops a draft with all that was read of its file.</summary>
    public Task<bool> DeleteAsync(CampaignAccess access, long id, CancellationToken cancellationToken) =>
        MoveAsync(access, id, Drafts, CampaignState.Draft, "campaign.delete", async db => await DeleteAsync(db, id, cancellationToken), cancellationToken);

    /// <summary>Drops the drafts that nobody has confirmed.</summary>
    public async Task DropDraftsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        List<CampaignState> drafts = [.. Drafts];
        foreach (var id in await db.Campaigns.Where(c => drafts.Contains(c.State) && c.CreatedAt < before).Select(c => c.Id).ToListAsync(cancellationToken))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await DeleteAsync(db, id, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Sets targets of cells; one target for all cells that the campaign has where <paramref name="all"/> says one.</summary>
    public async Task<bool> SetTargetsAsync(CampaignAccess access, long id, IReadOnlyList<QuotaLine> quotas, int? all, CancellationToken cancellationToken)
    {
        CampaignState[] open = [CampaignState.Draft, CampaignState.Running, CampaignState.Paused, CampaignState.Done];
        return await MoveAsync(access, id, open, null, "campaign.target", async db =>
        {
            if (all is { } target)
                quotas = [.. await CellsAsync(db, id, target, cancellationToken), .. quotas];
            var stored = await db.CampaignQuotas.Where(q => q.CampaignId == id).ToListAsync(cancellationToken);
            foreach (var quota in quotas)
            {
                if (stored.Find(q => (q.ServiceId, q.Form, q.RegionId) == (quota.Service, quota.Form, quota.Region)) is { } known)
                    known.Target = quota.Target;
                else
                    stored.Add(db.CampaignQuotas.Add(CampaignImport.Row(id, quota)).Entity);
            }

            return null;
        }, cancellationToken);
    }

    private static async Task<IEnumerable<QuotaLine>> CellsAsync(BotDbContext db, long id, int target, CancellationToken cancellationToken)
    {
        var cells = await db.Invitations.Where(i => i.CampaignId == id).Select(i => new { i.ServiceId, i.Form, i.RegionId }).Distinct().ToListAsync(cancellationToken);
        return cells.Select(cell => new QuotaLine(cell.ServiceId, cell.Form ?? "", cell.RegionId ?? "", target));
    }

    private static async Task<int?> DeleteAsync(BotDbContext db, long id, CancellationToken cancellationToken)
    {
        await db.CampaignFaults.Where(f => f.CampaignId == id).ExecuteDeleteAsync(cancellationToken);
        await db.CampaignQuotas.Where(q => q.CampaignId == id).ExecuteDeleteAsync(cancellationToken);
        var people = await db.Invitations.Where(i => i.CampaignId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Campaigns.Where(c => c.Id == id).ExecuteDeleteAsync(cancellationToken);
        return people;
    }

    private async Task<bool> MoveAsync(
        CampaignAccess access, long id, IEnumerable<CampaignState> from, CampaignState? to, string action, Func<BotDbContext, Task<int?>>? more, CancellationToken cancellationToken)
    {
        List<CampaignState> states = [.. from];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var moved = await db.Campaigns.Where(c => c.Id == id && states.Contains(c.State)).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, c => to ?? c.State), cancellationToken);
        if (moved == 0)
            return false;
        var people = more is null ? null : await more(db);
        db.AuditEntries.Add(CampaignAudit.Entry(ids.Next(), time.GetUtcNow(), ExportLog.Actor(access.Staff.Id), action, id, people));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
