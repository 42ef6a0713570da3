using Bot.Hosting;
using Bot.Scores;

namespace Bot.Jobs;

/// <summary>Looks now and then whether deltas wait that no signal told of: those of a process that was killed, or a lost job's.</summary>
internal sealed class FoldTicker(ScoreFold fold, FoldSignal signal, TimeProvider time, ILogger<FoldTicker> logger) : Ticker(TimeSpan.FromSeconds(5), time, logger)
{
    protected override async Task TickAsync(CancellationToken cancellationToken)
    {
        if (await fold.IsWaitingAsync(cancellationToken))
            signal.Insist();
    }
}
