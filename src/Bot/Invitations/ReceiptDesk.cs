using Bot.Hosting.Keys;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Invitations;

/// <summary>Makes one invitation of a receipt, however often it comes, and plans the message to whom the bot knows.</summary>
internal sealed class ReceiptDesk(IDbContextFactory<BotDbContext> contexts, DirectInvitations direct, FiledReceipts filed, ConversationIds names, IdSource ids, TimeProvider time)
{
    /// <summary>How long an invitation can be used.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromDays(30);

    private const int MaximumTries = 5;

    /// <summary>Takes receipts in one transaction; the results come in their order.</summary>
    /// <param name="apiKeyId">The key of the system that sends them; null: none.</param>
    public async Task<IReadOnlyList<ReceiptResult>> TakeAsync(IReadOnlyList<Receipt> receipts, long? apiKeyId, CancellationToken cancellationToken)
    {
        var hidden = receipts.Select(r => r with { Recipient = r.Recipient is { } person ? names.OfRecipient(person) : null }).ToList();
        for (var tries = 1; ; tries++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var results = await AddAsync(db, hidden, apiKeyId, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return results;
            }
            catch (DbUpdateException e) when ((e is DbUpdateConcurrencyException || DuplicateKey.Is(e)) && tries < MaximumTries)
            {
                // The same receipt came twice at once, or a person answered in this moment: the next look finds it.
            }
        }
    }

    private async Task<IReadOnlyList<ReceiptResult>> AddAsync(BotDbContext db, List<Receipt> receipts, long? apiKeyId, CancellationToken cancellationToken)
    {
        var refs = receipts.Select(r => r.ReceiptRef).ToHashSet(StringComparer.Ordinal);
        var invitations = await db.Invitations.AsNoTracking().Where(i => i.CampaignId == InvitationRow.NoCampaign && refs.Contains(i.ReceiptRef))
            .ToDictionaryAsync(i => i.ReceiptRef, StringComparer.Ordinal, cancellationToken);
        var results = new List<ReceiptResult>(receipts.Count);
        foreach (var receipt in receipts)
        {
            var isNew = !invitations.TryGetValue(receipt.ReceiptRef, out var invitation);
            invitation ??= invitations[receipt.ReceiptRef] = db.Invitations.Add(New(receipt, apiKeyId)).Entity;
            var isResult = !isNew && FiledReceipts.IsResult(invitation, receipt);
            results.Add(new ReceiptResult(invitation, isNew, !isNew && !isResult && FiledReceipts.Differs(invitation, receipt), IsResult: isResult));
            if (isResult)
                await filed.NoteAsync(db, invitation, receipt, Microseconds.Truncate(time.GetUtcNow()), cancellationToken);
        }

        var written = await WrittenAsync(db, [.. results.Where(r => !r.IsNew).Select(r => r.Invitation.Id)], cancellationToken);
        // The message speaks of a service received: what is only filed waits for its result.
        var received = results.Where(r => (r.IsNew || r.IsResult) && r.Invitation is { RenderedAt: not null, OpenedAt: null }).Select(r => r.Invitation).Distinct();
        written.UnionWith(await PlanAsync(db, [.. received.Where(i => !written.Contains(i.Id))], cancellationToken));
        return results.ConvertAll(r => r with { IsDirect = written.Contains(r.Invitation.Id) });
    }

    private static async Task<HashSet<long>> WrittenAsync(BotDbContext db, HashSet<long> known, CancellationToken cancellationToken) => known.Count == 0
        ? []
        : [.. await db.InvitationMessages.Where(m => known.Contains(m.InvitationId) && m.Number == 0).Select(m => m.InvitationId).ToListAsync(cancellationToken)];

    /// <summary>Those of the new invitations that go out as messages; nobody gets two of them.</summary>
    private async Task<List<long>> PlanAsync(BotDbContext db, List<InvitationRow> invitations, CancellationToken cancellationToken)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        var ways = await direct.FindAsync(db, [.. invitations.Select(i => i.Recipient).OfType<string>().Distinct(StringComparer.Ordinal)], now, cancellationToken);
        var busy = new HashSet<string>(StringComparer.Ordinal);
        List<long> planned = [];
        foreach (var invitation in invitations)
        {
            if (ways.GetValueOrDefault(invitation.Recipient ?? "") is not { Reach: DirectReach.Open, ConversationId: { } conversation } || !busy.Add(conversation))
                continue;
            db.InvitationMessages.Add(new InvitationMessageRow { InvitationId = invitation.Id, ConversationId = conversation, DueAt = now });
            planned.Add(invitation.Id);
        }

        return planned;
    }

    private InvitationRow New(Receipt receipt, long? apiKeyId)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        return new InvitationRow
        {
            Id = ids.Next(),
            Token = InvitationToken.New(),
            ReceiptRef = receipt.ReceiptRef,
            Recipient = receipt.Recipient,
            ApiKeyId = apiKeyId,
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
}

/// <param name="IsNew">Whether the receipt came for the first time.</param>
/// <param name="Differs">Whether it came before with another content.</param>
/// <param name="IsDirect">Whether the bot itself writes to the recipient.</param>
/// <param name="IsResult">Whether it says that there is a result of what was filed before.</param>
internal sealed record ReceiptResult(InvitationRow Invitation, bool IsNew, bool Differs, bool IsDirect = false, bool IsResult = false);
