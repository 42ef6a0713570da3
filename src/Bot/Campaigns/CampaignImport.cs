using Bot.Exports;
using Bot.Hosting.Keys;
using Bot.Invitations;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Campaigns;

/// <summary>Makes a draft of a file, in two steps: what the file says at once, its people page by page. Nobody is invited by it.</summary>
internal sealed class CampaignImport(
    IDbContextFactory<BotDbContext> contexts, CampaignFileReader reader, ConversationIds conversations, IdSource ids, TimeProvider time)
{
    private const int Page = 2000;
    private const int LongestName = 100;

    /// <returns>The draft to be filled; null where the file holds personal data: nothing is stored of it then.</returns>
    public async Task<CampaignDraft?> BeginAsync(CampaignUpload upload, CancellationToken cancellationToken)
    {
        var file = reader.Read(upload.Content, upload.Access);
        if (file.IsPersonal || PersonalDataCheck.IsIn(upload.Name))
            return null;
        var campaign = New(upload);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Campaigns.Add(campaign);
        return await BeginAsync(db, transaction, upload, campaign.Id, file, cancellationToken);
    }

    /// <summary>The same with one more file for a draft that there is.</summary>
    /// <returns>Not open: it was sent meanwhile, is being read, or has faults that nobody has looked at; nothing is done then.</returns>
    public async Task<(bool IsOpen, CampaignDraft? Draft)> AddAsync(CampaignUpload upload, long campaign, CancellationToken cancellationToken)
    {
        var file = reader.Read(upload.Content, upload.Access);
        if (file.IsPersonal)
            return (true, null);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var opened = await db.Campaigns.Where(c => c.Id == campaign && c.State == CampaignState.Draft)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CampaignState.Reading), cancellationToken);
        if (opened == 0)
            return (false, null);
        await db.CampaignFaults.Where(f => f.CampaignId == campaign).ExecuteDeleteAsync(cancellationToken);
        await db.CampaignQuotas.Where(q => q.CampaignId == campaign && file.Quotas.Count > 0).ExecuteDeleteAsync(cancellationToken);
        return (true, await BeginAsync(db, transaction, upload, campaign, await WithoutKnownAsync(db, campaign, file, cancellationToken), cancellationToken));
    }

    /// <summary>Stores the people. What is interrupted stays marked as being read: it can be deleted, not sent.</summary>
    /// <param name="written">Told after each page how many there are.</param>
    /// <returns>Whether it is done; false: somebody has deleted the draft meanwhile.</returns>
    public async Task<bool> FillAsync(CampaignDraft draft, Func<int, Task> written, CancellationToken cancellationToken)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        var done = 0;
        foreach (var page in draft.Lines.Chunk(Page))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (!await db.Campaigns.AnyAsync(c => c.Id == draft.Id && c.State == CampaignState.Reading, cancellationToken))
                return false;
            await BulkInsert.WriteAsync(db, page.Select(line => Row(draft.Id, line, now)), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await written(done += page.Length);
        }

        await using var last = await contexts.CreateDbContextAsync(cancellationToken);
        var state = draft.HasFaults ? CampaignState.Faulty : CampaignState.Draft;
        return await last.Campaigns.Where(c => c.Id == draft.Id && c.State == CampaignState.Reading)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, state), cancellationToken) == 1;
    }

    private async Task<CampaignDraft> BeginAsync(
        BotDbContext db, IDbContextTransaction transaction, CampaignUpload upload, long campaign, CampaignFile file, CancellationToken cancellationToken)
    {
        db.CampaignQuotas.AddRange(file.Quotas.Select(quota => Row(campaign, quota)));
        db.AuditEntries.Add(CampaignAudit.Entry(ids.Next(), time.GetUtcNow(), ExportLog.Actor(upload.Access.Staff.Id), "campaign.import", campaign, file.Lines.Count));
        await db.SaveChangesAsync(cancellationToken);
        await BulkInsert.WriteAsync(db, file.Faults.Index().Select(fault => Row(campaign, fault.Index, fault.Item)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new CampaignDraft(campaign, file.Lines, file.Faults.Count > 0);
    }

    private async Task<CampaignFile> WithoutKnownAsync(BotDbContext db, long campaign, CampaignFile file, CancellationToken cancellationToken)
    {
        var known = await db.Invitations.Where(i => i.CampaignId == campaign).Select(i => new { i.ReceiptRef, i.Recipient }).ToListAsync(cancellationToken);
        var refs = known.Select(k => k.ReceiptRef).ToHashSet(StringComparer.Ordinal);
        var recipients = known.Select(k => k.Recipient).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var twice = file.Lines.Where(line => refs.Contains(line.Ref)).Select(line => new CampaignFault(line.Line, CampaignLines.Ref, CampaignFault.RefKnown))
            .Concat(file.Lines.Where(line => line.Recipient is { } recipient && recipients.Contains(conversations.OfRecipient(recipient)))
                .Select(line => new CampaignFault(line.Line, CampaignLines.Recipient, CampaignFault.RecipientKnown))).ToList();
        var wrong = twice.Select(fault => fault.Line).ToHashSet();
        return file with { Lines = [.. file.Lines.Where(line => !wrong.Contains(line.Line))], Faults = [.. file.Faults.Concat(twice).OrderBy(fault => fault.Line)] };
    }

    private CampaignRow New(CampaignUpload upload)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        return new CampaignRow
        {
            Id = ids.Next(),
            Name = upload.Name.Length <= LongestName ? upload.Name : upload.Name[..LongestName],
            State = CampaignState.Reading,
            StaffId = upload.Access.Staff.Id,
            ConversationId = upload.ConversationId,
            CreatedAt = now,
            StartAt = now,
            Reminders = 2,
        };
    }

    private InvitationRow Row(long campaign, CampaignLine line, DateTimeOffset now) => new()
    {
        Id = ids.Next(),
        Token = InvitationToken.New(),
        CampaignId = campaign,
        ReceiptRef = line.Ref,
        Recipient = line.Recipient is { } recipient ? conversations.OfRecipient(recipient) : null,
        ServiceId = line.Service,
        Form = line.Form,
        RegionId = line.Region,
        Language = line.Language,
        RenderedAt = now,
        CreatedAt = now,
        ExpiresAt = now + ReceiptDesk.Term,
    };

    private static CampaignFaultRow Row(long campaign, int number, CampaignFault fault) =>
        new() { CampaignId = campaign, Number = number, Line = fault.Line, Column = fault.Column, Code = fault.Code, Other = fault.Other };

    internal static CampaignQuotaRow Row(long campaign, QuotaLine quota) =>
        new() { CampaignId = campaign, ServiceId = quota.Service, Form = quota.Form, RegionId = quota.Region, Target = quota.Target };
}

/// <param name="Access">Who sends the file.</param>
/// <param name="ConversationId">The conversation that is told how far the campaign is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Content">The file.</param>
internal sealed record CampaignUpload(CampaignAccess Access, string ConversationId, string Name, byte[] Content);

/// <summary>A draft whose people are not stored yet.</summary>
internal sealed record CampaignDraft(long Id, IReadOnlyList<CampaignLine> Lines, bool HasFaults);
