using Bot.Scores;

namespace Bot.Jobs;

/// <summary>Counts everything anew each night; says so loudly where the live scores had drifted.</summary>
internal sealed partial class ScoreRebuildJob(ScoreRebuild rebuild, ILogger<ScoreRebuildJob> logger)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var report = await rebuild.RunAsync(cancellationToken);
        Log.Done(logger, report.Responses, report.Cells);
        if (report.Drift > 0 || report.Recounted > 0)
            Log.Drifted(logger, report.Drift, report.Recounted);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The scores were counted anew: {Responses} responses, {Cells} rows compared.")]
        public static partial void Done(ILogger logger, long responses, long cells);

        [LoggerMessage(LogLevel.Error, "The live scores had drifted and were repaired: {Drift} rows differed, {Recounted} responses were counted wrongly.")]
        public static partial void Drifted(ILogger logger, long drift, long recounted);
    }
}
