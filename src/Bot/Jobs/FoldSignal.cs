using Bot.Scores;
using Hangfire;

namespace Bot.Jobs;

/// <summary>Enqueues the fold when the first delta comes, and not again until that job has begun.</summary>
internal sealed class FoldSignal(IBackgroundJobClientV2 jobs, TimeProvider time) : IFoldSignal
{
    private int _raised;
    private long _lastBegun;

    public DateTimeOffset LastBegun => new(Volatile.Read(ref _lastBegun), TimeSpan.Zero);

    public void Raise()
    {
        if (Interlocked.Exchange(ref _raised, 1) == 0)
            jobs.Enqueue<ScoreFoldJob>(job => job.ExecuteAsync(CancellationToken.None));
    }

    /// <summary>The job has begun: what is raised from now on needs another one.</summary>
    public void Begin()
    {
        Volatile.Write(ref _lastBegun, time.GetUtcNow().UtcTicks);
        Volatile.Write(ref _raised, 0);
    }

    /// <summary>Enqueues the fold though one seems to be under way: its job may have been lost.</summary>
    public void Insist()
    {
        Volatile.Write(ref _raised, 0);
        Raise();
    }
}
