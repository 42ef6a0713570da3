using Bot.Scores;

namespace Bot.Jobs;

/// <summary>Counts everything anew each night; says so loudly where the live scores had drifted.</summary>
internal sealed partial class ScoreRebuildJob(ScoreRebuild rebuild, ILogger<ScoreRebuildJob> logger)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var report = await rebuild.RunAsync(cancellationToken);
        if (report.Drift > 0 || report.Recounted > 0)
            Log.Drifted(logger, report.Drift, report.Recounted);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The live scores had drifted and were repaired: {Drift} cells differed, {Recounted} responses were counted wrongly.")]
        public static partial void Drifted(ILogger logger, long drift, long recounted);
    }
}
