using Bot.Conversations.Turns;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Microsoft.EntityFrameworkCore;

namespace Bot.Invitations;

/// <summary>
/// The two moments of a service that takes long: its system says first that an application was filed, and under the same reference later that the
/// service was rendered. It stays one invitation with one survey; who has said «not yet» is asked when the second comes.
/// </summary>
internal sealed class FiledReceipts(DialogEngine engine, StateColumns columns, ServiceCatalogue catalogue)
{
    /// <summary>Whether a receipt is the second moment of a known invitation.</summary>
    public static bool IsResult(InvitationRow known, Receipt receipt) =>
        known.RenderedAt is null && receipt.RenderedAt is not null && Completed(receipt, known) == Content(known) with { RenderedAt = receipt.RenderedAt };

    /// <summary>Whether a receipt says otherwise than what is known. The first moment may come once more after the second.</summary>
    public static bool Differs(InvitationRow known, Receipt receipt) => Completed(receipt, known) != Content(known);

    /// <summary>The end of an invitation to what is only filed: the service's term first, then as long as any.</summary>
    public DateTimeOffset Until(Receipt receipt, DateTimeOffset now)
    {
        var result = receipt is { RenderedAt: null, FiledAt: { } filed } ? filed.AddDays(catalogue.FindService(receipt.Service)?.LongestDeadline?.CalendarDays ?? 0) : now;
        return (result > now ? result : now) + ReceiptDesk.Term;
    }

    /// <summary>Notes the result at the invitation and with who waits for it; written when the context is saved.</summary>
    public async Task NoteAsync(BotDbContext db, InvitationRow known, Receipt receipt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (db.Entry(known).State == EntityState.Detached)
            db.Invitations.Attach(known);
        known.RenderedAt = receipt.RenderedAt;
        known.ExpiresAt = known.ExpiresAt > now + ReceiptDesk.Term ? known.ExpiresAt : now + ReceiptDesk.Term;
        if (known.ResponseId is not { } response)
            return;
        if (await db.Responses.FirstOrDefaultAsync(r => r.Id == response && r.Status == ResponseStatus.Waiting && r.State != "", cancellationToken) is not { } waiting)
            return;
        var before = DialogJson.Read(waiting.State);
        var step = engine.Step(before, new DialogInput.ResultGiven(now), now);
        if (!ReferenceEquals(step.State, before))
            columns.Fill(new SurveyEdit(null, waiting, step.State), now);
    }

    private static Receipt Content(InvitationRow i) => new(i.ReceiptRef, i.ServiceId, i.Form ?? "", i.RegionId ?? "", i.UsedChannel, i.Language, i.RenderedAt, i.Recipient, i.FiledAt);

    // What a receipt does not say is as it is known.
    private static Receipt Completed(Receipt receipt, InvitationRow known) =>
        receipt with { FiledAt = receipt.FiledAt ?? known.FiledAt, RenderedAt = receipt.RenderedAt ?? known.RenderedAt };
}
