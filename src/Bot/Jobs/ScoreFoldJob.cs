using Bot.Scores;
using Hangfire;

namespace Bot.Jobs;

/// <summary>Counts the new deltas. Begins at most once in <see cref="Gap"/>, so that many submits are counted together.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class ScoreFoldJob(ScoreFold fold, FoldSignal signal, TimeProvider time)
{
    public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(500);

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        if (signal.LastBegun + Gap - time.GetUtcNow() is { Ticks: > 0 } wait && wait <= Gap)
            await Task.Delay(wait, time, cancellationToken);
        signal.Begin(); // Before the look: a delta written from here on raises the signal anew.
        await fold.RunAsync(cancellationToken);
    }
}
