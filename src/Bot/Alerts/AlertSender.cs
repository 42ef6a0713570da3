using Bot.Conversations;
using Bot.Survey.Dialogs;

namespace Bot.Alerts;

/// <summary>Looks once a day, for every subscription with alerts, whether there is something to tell, and tells it.</summary>
internal sealed class AlertSender(SubscriptionQueue queue, Recipients recipients, AlertFinder finder, AlertCards cards) : IAnnouncements
{
    public async Task SendDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await queue.AlertsAsync(now, cancellationToken);
        if (due.Count == 0)
            return;
        var counted = await finder.CountAsync(AlmatyTime.Day(now), cancellationToken);
        foreach (var one in due)
            await SendAsync(one, counted, now, cancellationToken);
    }

    private async Task SendAsync(DueSubscription due, LowRatings counted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reach = await recipients.ReachAsync(due, cancellationToken);
        if (reach is { Key: not null, Now: false })
            return; // It waits until the person is there.
        if (!await queue.ClaimAlertAsync(due.Row, now, cancellationToken) || reach.Key is not { } key)
            return;
        if (await recipients.FindAsync(due, key, cancellationToken) is not { } to)
        {
            await queue.RemoveAsync(due.Row, cancellationToken);
            return;
        }

        var today = AlmatyTime.Day(now);
        var alerts = await finder.FindAsync(due, to, counted, today, cancellationToken);
        if (alerts.Count == 0 || !await queue.RecordAsync(due.Row, now, AlertMemory.Read(due.Row.Alerted).With(alerts.Select(alert => alert.Thing), today), cancellationToken))
            return;
        if (await recipients.SendAsync(due, to, cards.Of(alerts, to.Target, to.Language), cancellationToken) is { } later)
            await queue.PutOffAlertAsync(due.Row, now, later, cancellationToken);
    }
}
