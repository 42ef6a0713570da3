using System.Buffers.Text;
using System.Security.Cryptography;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Invitations;

/// <summary>Makes one invitation of a receipt, however often it comes.</summary>
internal sealed class ReceiptDesk(IDbContextFactory<BotDbContext> contexts, FiledReceipts filed, IdSource ids, TimeProvider time)
{
    /// <summary>How long an invitation can be used.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromDays(30);

    private const int TokenBytes = 12;
    private const int MaximumTries = 5;

    public async Task<ReceiptResult> TakeAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var result = await AddAsync(db, receipt, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return result;
            }
            catch (DbUpdateException e) when ((e is DbUpdateConcurrencyException || DuplicateKey.Is(e)) && tries < MaximumTries)
            {
                // The same receipt came twice at once, or the person answered in this moment: the next look finds it.
            }
        }
    }

    private async Task<ReceiptResult> AddAsync(BotDbContext db, Receipt receipt, CancellationToken cancellationToken)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        if (await FindAsync(db, receipt.ReceiptRef, cancellationToken) is not { } known)
            return new ReceiptResult(db.Invitations.Add(New(receipt, now)).Entity, IsNew: true, Differs: false);
        if (!FiledReceipts.IsResult(known, receipt))
            return new ReceiptResult(known, IsNew: false, FiledReceipts.Differs(known, receipt));
        await filed.NoteAsync(db, known, receipt, now, cancellationToken);
        return new ReceiptResult(known, IsNew: false, Differs: false, IsResult: true);
    }

    private static Task<InvitationRow?> FindAsync(BotDbContext db, string receiptRef, CancellationToken cancellationToken) =>
        db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.CampaignId == InvitationRow.NoCampaign && i.ReceiptRef == receiptRef, cancellationToken);

    private InvitationRow New(Receipt receipt, DateTimeOffset now) => new()
    {
        Id = ids.Next(),
        Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)),
        ReceiptRef = receipt.ReceiptRef,
        ServiceId = receipt.Service,
        Form = receipt.Form,
        RegionId = receipt.Region,
        UsedChannel = receipt.Channel,
        Language = receipt.Language,
        FiledAt = receipt.FiledAt,
        RenderedAt = receipt.RenderedAt,
        CreatedAt = now,
        ExpiresAt = filed.Until(receipt, now),
        InvitedAt = now,
    };
}

/// <param name="IsNew">Whether the receipt came for the first time.</param>
/// <param name="Differs">Whether it came before with another content.</param>
/// <param name="IsResult">Whether it says that there is a result of what was filed before.</param>
internal sealed record ReceiptResult(InvitationRow Invitation, bool IsNew, bool Differs, bool IsResult = false);
