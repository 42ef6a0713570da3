using Bot.Persistence;

namespace Bot.Alerts;

/// <summary>Sends the digests that are due.</summary>
internal sealed partial class DigestSender(SubscriptionQueue queue, Recipients recipients, DigestCards cards, TimeProvider time, ILogger<DigestSender> logger)
{
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        foreach (var due in await queue.DigestsAsync(Now, cancellationToken))
        {
            try
            {
                await SendAsync(due, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                Log.Failed(logger, fault);
            }
        }
    }

    private DateTimeOffset Now => Microseconds.Truncate(time.GetUtcNow());

    private async Task SendAsync(DueSubscription due, CancellationToken cancellationToken)
    {
        var reach = await recipients.ReachAsync(due, cancellationToken);
        if (reach is { Key: not null, Now: false })
            return; // It waits until the person is there.
        var now = Now;
        if (!await queue.ClaimDigestAsync(due.Row, now, cancellationToken) || reach.Key is not { } key)
            return;
        if (await recipients.FindAsync(due, key, cancellationToken) is not { } to || await cards.MakeAsync(to, due.Row.Digest, cancellationToken) is not { } card)
            await queue.RemoveAsync(due.Row, cancellationToken);
        else if (await recipients.SendAsync(due, to, card, cancellationToken) is { } later)
            await queue.PutOffDigestAsync(due.Row, now, later, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A digest could not be made; the next one comes at its time.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
