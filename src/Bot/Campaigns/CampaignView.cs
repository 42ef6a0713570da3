using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Bot.Campaigns;

/// <summary>All that is said of a campaign.</summary>
/// <param name="Faulty">Lines of its file with faults.</param>
internal sealed record CampaignView(CampaignRow Row, CampaignCounts Counts, int Faulty, IReadOnlyList<QuotaCount> Quotas);

/// <summary>The campaigns that a staff member sees: those all of whose people they may invite.</summary>
internal sealed class CampaignViews(IDbContextFactory<BotDbContext> contexts, ServiceCatalogue catalogue)
{
    private const int Most = 50;

    public CampaignAccess AccessOf(Conversations.Staff staff) => new(staff, catalogue);

    /// <summary>The newest ones first.</summary>
    public async Task<IReadOnlyList<CampaignRow>> ListAsync(CampaignAccess access, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = new List<CampaignRow>();
        foreach (var campaign in await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Id).Take(Most).ToListAsync(cancellationToken))
        {
            if (await IsSeenAsync(db, access, campaign, cancellationToken))
                seen.Add(campaign);
        }

        return seen;
    }

    public async Task<CampaignRow?> FindRowAsync(CampaignAccess access, long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is { } campaign
            && await IsSeenAsync(db, access, campaign, cancellationToken) ? campaign : null;
    }

    public async Task<CampaignView?> FindAsync(CampaignAccess access, long id, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(access, id, cancellationToken) is not { } campaign)
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new CampaignView(
            campaign, await CampaignCounts.FindAsync(db, id, cancellationToken),
            await db.CampaignFaults.Where(f => f.CampaignId == id).Select(f => new { f.Line, IsOfTargets = f.Column.StartsWith(QuotaLines.Sheet) }).Distinct().CountAsync(cancellationToken),
            await CampaignQuotas.CountAsync(db, id, cancellationToken));
    }

    public async Task<IReadOnlyList<CampaignFaultRow>> FaultsAsync(long id, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CampaignFaults.AsNoTracking().Where(f => f.CampaignId == id).OrderBy(f => f.Number).Take(most).ToListAsync(cancellationToken);
    }

    private static async Task<bool> IsSeenAsync(BotDbContext db, CampaignAccess access, CampaignRow campaign, CancellationToken cancellationToken)
    {
        if (access.IsEverything || campaign.StaffId == access.Staff.Id)
            return true;
        var cells = await db.Invitations.Where(i => i.CampaignId == campaign.Id).Select(i => new { i.ServiceId, i.RegionId }).Distinct().ToListAsync(cancellationToken);
        return cells.Count > 0 && cells.TrueForAll(cell => access.Allows(cell.ServiceId, cell.RegionId ?? ""));
    }
}
