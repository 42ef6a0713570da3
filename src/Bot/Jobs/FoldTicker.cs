using Bot.Scores;

namespace Bot.Jobs;

/// <summary>Looks now and then whether deltas wait that no signal told of: those of a process that was killed, or a lost job's.</summary>
internal sealed partial class FoldTicker(ScoreFold fold, FoldSignal signal, TimeProvider time, ILogger<FoldTicker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
                await LookAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await fold.IsWaitingAsync(stoppingToken))
                signal.Insist();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Failed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "It could not be seen whether score deltas wait; the next tick looks again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
