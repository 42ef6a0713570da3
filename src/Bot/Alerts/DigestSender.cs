using Bot.Conversations;

namespace Bot.Alerts;

/// <summary>Sends the digests that are due.</summary>
internal sealed class DigestSender(SubscriptionQueue queue, Recipients recipients, DigestCards cards) : IAnnouncements
{
    public async Task SendDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var due in await queue.DigestsAsync(now, cancellationToken))
            await SendAsync(due, now, cancellationToken);
    }

    private async Task SendAsync(DueSubscription due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reach = await recipients.ReachAsync(due, cancellationToken);
        if (reach is { Key: not null, Now: false })
            return; // It waits until the person is there.
        if (!await queue.ClaimDigestAsync(due.Row, now, cancellationToken) || reach.Key is not { } key)
            return;
        if (await recipients.FindAsync(due, key, cancellationToken) is not { } to || await cards.MakeAsync(to, due.Row.Digest, cancellationToken) is not { } card)
            await queue.RemoveAsync(due.Row, cancellationToken);
        else if (await recipients.SendAsync(due, to, card, cancellationToken) is { } later)
            await queue.PutOffDigestAsync(due.Row, now, later, cancellationToken);
    }
}
