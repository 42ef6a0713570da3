using Bot.Persistence;
using Bot.Survey.Dialogs;

namespace Bot.Alerts;

/// <summary>Looks once a day, for every subscription with alerts, whether there is something to tell, and tells it.</summary>
internal sealed partial class AlertSender(
    SubscriptionQueue queue, Recipients recipients, AlertFinder finder, AlertCards cards, TimeProvider time, ILogger<AlertSender> logger)
{
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        var due = await queue.AlertsAsync(Now, cancellationToken);
        if (due.Count == 0)
            return;
        var today = AlmatyTime.Day(Now);
        var counted = await finder.CountAsync(today, cancellationToken);
        foreach (var one in due)
        {
            try
            {
                await SendAsync(one, counted, today, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                Log.Failed(logger, fault);
            }
        }
    }

    private DateTimeOffset Now => Microseconds.Truncate(time.GetUtcNow());

    private async Task SendAsync(DueSubscription due, LowRatings counted, DateOnly today, CancellationToken cancellationToken)
    {
        var reach = await recipients.ReachAsync(due, cancellationToken);
        if (reach is { Key: not null, Now: false })
            return; // It waits until the person is there.
        var now = Now;
        if (!await queue.ClaimAlertAsync(due.Row, now, cancellationToken) || reach.Key is not { } key)
            return;
        if (await recipients.FindAsync(due, key, cancellationToken) is not { } to)
        {
            await queue.RemoveAsync(due.Row, cancellationToken);
            return;
        }

        var alerts = await finder.FindAsync(due, to, counted, today, cancellationToken);
        if (alerts.Count == 0 || !await queue.RecordAsync(due.Row, now, AlertMemory.Read(due.Row.Alerted).With(alerts.Select(alert => alert.Thing), today), cancellationToken))
            return;
        if (await recipients.SendAsync(due, to, cards.Of(alerts, to.Target, to.Language), cancellationToken) is { } later)
            await queue.PutOffAlertAsync(due.Row, now, later, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Alerts could not be looked for; the next look comes at its time.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
