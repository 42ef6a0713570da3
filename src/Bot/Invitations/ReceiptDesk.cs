using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Invitations;

/// <summary>Makes one invitation of a receipt, however often it comes.</summary>
internal sealed class ReceiptDesk(IDbContextFactory<BotDbContext> contexts, IdSource ids, TimeProvider time)
{
    /// <summary>How long an invitation can be used.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromDays(30);

    public async Task<ReceiptResult> TakeAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, receipt.ReceiptRef, cancellationToken) is { } known)
            return new ReceiptResult(known, IsNew: false, Differs(known, receipt));
        var invitation = New(receipt);
        db.Invitations.Add(invitation);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new ReceiptResult(invitation, IsNew: true, Differs: false);
        }
        catch (DbUpdateException e) when (DuplicateKey.Is(e))
        {
            // The same receipt came twice at once.
            db.ChangeTracker.Clear();
            if (await FindAsync(db, receipt.ReceiptRef, cancellationToken) is not { } winner)
                throw;
            return new ReceiptResult(winner, IsNew: false, Differs(winner, receipt));
        }
    }

    private static Task<InvitationRow?> FindAsync(BotDbContext db, string receiptRef, CancellationToken cancellationToken) =>
        db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.CampaignId == InvitationRow.NoCampaign && i.ReceiptRef == receiptRef, cancellationToken);

    private static bool Differs(InvitationRow i, Receipt receipt) =>
        new Receipt(i.ReceiptRef, i.ServiceId, i.Form ?? "", i.RegionId ?? "", i.UsedChannel, i.Language, i.RenderedAt) != receipt;

    private InvitationRow New(Receipt receipt)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        return new InvitationRow
        {
            Id = ids.Next(),
            Token = InvitationToken.New(),
            ReceiptRef = receipt.ReceiptRef,
            ServiceId = receipt.Service,
            Form = receipt.Form,
            RegionId = receipt.Region,
            UsedChannel = receipt.Channel,
            Language = receipt.Language,
            RenderedAt = receipt.RenderedAt,
            CreatedAt = now,
            ExpiresAt = now + Term,
            InvitedAt = now,
        };
    }
}

/// <param name="IsNew">Whether the receipt came for the first time.</param>
/// <param name="Differs">Whether it came before with another content.</param>
internal sealed record ReceiptResult(InvitationRow Invitation, bool IsNew, bool Differs);
