using Bot.Conversations;
using Bot.Persistence;
using Hangfire;

namespace Bot.Jobs;

/// <summary>Writes to those who do not wait for an answer, not in quiet hours: what was due then is sent after them.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed partial class AnnounceJob(IEnumerable<IAnnouncements> kinds, QuietHours quiet, TimeProvider time, ILogger<AnnounceJob> logger)
{
    private int _isRunning;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        // All that is due in the morning may take longer than a minute: the scores need the other worker.
        if (quiet.Contain(time.GetUtcNow()) || Interlocked.Exchange(ref _isRunning, 1) == 1)
            return;
        try
        {
            foreach (var kind in kinds)
                await SendAsync(kind, cancellationToken);
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }

    // One kind that fails must not keep the others.
    private async Task SendAsync(IAnnouncements kind, CancellationToken cancellationToken)
    {
        try
        {
            await kind.SendDueAsync(Microseconds.Truncate(time.GetUtcNow()), cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, fault, kind.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Kind} failed at one message; the next run sends the others.")]
        public static partial void Failed(ILogger logger, Exception exception, string kind);
    }
}
