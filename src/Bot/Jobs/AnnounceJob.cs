using Bot.Alerts;
using Bot.Cases;
using Bot.Conversations;
using Bot.Persistence;
using Hangfire;

namespace Bot.Jobs;

/// <summary>Writes to those who do not wait for an answer: digests, alerts, reminders, requests to rate again. Not in quiet hours; what was due then is sent after them.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class AnnounceJob(
    DigestSender digests, AlertSender alerts, ReminderSender reminders, RequestSender requests, QuietHours quiet, TimeProvider time)
{
    private int _isRunning;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        // All that is due in the morning takes longer than a minute: the scores need the other workers.
        if (quiet.Contain(time.GetUtcNow()) || Interlocked.Exchange(ref _isRunning, 1) == 1)
            return;
        try
        {
            await requests.SendDueAsync(cancellationToken);
            await reminders.SendDueAsync(Microseconds.Truncate(time.GetUtcNow()), cancellationToken);
            await alerts.SendDueAsync(cancellationToken);
            await digests.SendDueAsync(cancellationToken);
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }
}
