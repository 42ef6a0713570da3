using Bot.Exports;
using Bot.Invitations;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Responses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Campaigns;

/// <summary>Files that a campaign gives back: links and reminders for a gateway, the faults of its file. Each is in the audit log before its first byte.</summary>
internal sealed class CampaignLists(
    IDbContextFactory<BotDbContext> contexts, SmsTexts sms, FaultTexts faults, ExportLog log, IOptions<InvitationsOptions> options, TimeProvider time)
{
    public const int MostReminders = 2;
    private const int Page = 5000;

    /// <summary>Writes <c>ref,link,text</c> for all whom the bot does not write to itself and who may still be asked.</summary>
    /// <param name="linkOf">The link of a token.</param>
    public async Task WriteLinksAsync(Stream stream, CampaignAccess access, long campaign, Func<string, string> linkOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await LogAsync(access, "campaign.list", campaign, cancellationToken);
        await WriteAsync(stream, ToAsk(db, campaign, time.GetUtcNow()), await CampaignQuotas.FullAsync(db, campaign, cancellationToken), sms.Invite, linkOf, cancellationToken);
    }

    /// <summary>The same to remind them: one text for who has not begun, another for who has not ended.</summary>
    public async Task WriteRemindersAsync(Stream stream, CampaignAccess access, long campaign, Func<string, string> linkOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await LogAsync(access, "campaign.reminders", campaign, cancellationToken);
        await WriteAsync(stream, ToAsk(db, campaign, time.GetUtcNow()), await CampaignQuotas.FullAsync(db, campaign, cancellationToken), sms.Remind, linkOf, cancellationToken);
    }

    public async Task WriteFaultsAsync(Stream stream, CampaignAccess access, long campaign, string language, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await LogAsync(access, "campaign.faults", campaign, cancellationToken);
        await using var csv = await CsvFiles.CreateAsync(stream, forSpreadsheets: true, cancellationToken);
        await csv.WriteLineAsync(["line", "column", "fault"], cancellationToken);
        await foreach (var fault in db.CampaignFaults.AsNoTracking().Where(f => f.CampaignId == campaign).OrderBy(f => f.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
            await csv.WriteLineAsync([FormattableString.Invariant($"{fault.Line}"), fault.Column, faults.Of(fault, language)], cancellationToken);
    }

    /// <summary>Makes the next list of reminders, of at most two.</summary>
    /// <returns>Whether there is one now.</returns>
    public async Task<bool> NextRemindersAsync(CampaignAccess access, long campaign, CancellationToken cancellationToken)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(c => c.Id == campaign, cancellationToken) is not { } row || !MayRemind(row))
            return false;
        var made = await db.Campaigns.Where(c => c.Id == campaign && c.ReminderLists == row.ReminderLists)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ReminderLists, row.ReminderLists + 1).SetProperty(c => c.ReminderListedAt, now), cancellationToken);
        if (made == 1)
            await LogAsync(access, "campaign.remind", campaign, cancellationToken);
        return made == 1;
    }

    /// <summary>Whether the next list may be made now.</summary>
    public bool MayRemind(CampaignRow campaign) => campaign.State is CampaignState.Running or CampaignState.Done && campaign.ReminderLists < MostReminders
        && (campaign.ReminderListedAt ?? campaign.StartAt) <= time.GetUtcNow() - options.Value.ReminderAfter(campaign.ReminderLists + 1);

    /// <summary>Those who may be asked, again too, but for full cells. Whoever has no result yet, withdrew or refused is none of them.</summary>
    public static IQueryable<InvitationRow> ToAsk(BotDbContext db, long campaign, DateTimeOffset now) => CampaignReach.OnList(db, campaign)
        .Where(i => i.CompletedAt == null && i.RefusedAt == null && i.ExpiresAt > now)
        .Where(i => !db.Responses.Any(r => r.Id == i.ResponseId && r.Status != ResponseStatus.Open))
        .Where(i => !db.Recipients.Any(r => r.Id == i.Recipient && r.OptedOutAt != null));

    private static async Task WriteAsync(
        Stream stream, IQueryable<InvitationRow> invitations, IReadOnlyList<QuotaLine> but, Func<InvitationRow, string, string> textOf, Func<string, string> linkOf, CancellationToken cancellationToken)
    {
        await using var csv = await CsvFiles.CreateAsync(stream, forSpreadsheets: true, cancellationToken);
        await csv.WriteLineAsync(["ref", "link", "text"], cancellationToken);
        var after = 0L;
        while (true)
        {
            var from = after;
            var page = await invitations.AsNoTracking().Where(i => i.Id > from).OrderBy(i => i.Id).Take(Page).ToListAsync(cancellationToken);
            foreach (var invitation in page.Where(invitation => !but.Any(quota => quota.Holds(invitation))))
            {
                var link = linkOf(invitation.Token);
                await csv.WriteLineAsync([invitation.ReceiptRef, link, textOf(invitation, link)], cancellationToken);
            }

            if (page.Count < Page)
                return;
            after = page[^1].Id;
        }
    }

    private Task LogAsync(CampaignAccess access, string action, long campaign, CancellationToken cancellationToken) =>
        log.WriteAsync(ExportLog.Actor(access.Staff.Id), action, FormattableString.Invariant($"{campaign}"), cancellationToken);
}
