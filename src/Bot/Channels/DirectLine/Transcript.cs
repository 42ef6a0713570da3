using Bot.Channels.DirectLine.Protocol;

namespace Bot.Channels.DirectLine;

/// <summary>The newest activities of one conversation, numbered without gaps, for those who read along and those who come back.</summary>
/// <param name="first">Number of the first activity.</param>
internal sealed class Transcript(long first)
{
    private const int Capacity = 200;
    private readonly Lock _lock = new();
    private readonly Queue<(long Number, Activity Activity)> _activities = new();
    private TaskCompletionSource _appended = NewSignal();
    private long _last = first - 1;

    /// <summary>Whether somebody who has seen everything up to <paramref name="watermark"/> (null: nothing) can be brought up to date.</summary>
    public bool Covers(long? watermark)
    {
        lock (_lock)
            return _activities.Count > 0 && watermark.GetValueOrDefault() <= _last;
    }

    /// <summary>Goes on above a number that somebody got elsewhere: on another replica.</summary>
    public void SkipTo(long? watermark)
    {
        lock (_lock)
            _last = Math.Max(_last, watermark.GetValueOrDefault());
    }

    /// <param name="make">Makes the activity from its number.</param>
    public Activity Append(Func<long, Activity> make)
    {
        TaskCompletionSource appended;
        Activity activity;
        lock (_lock)
        {
            activity = make(++_last);
            _activities.Enqueue((_last, activity));
            if (_activities.Count > Capacity)
                _activities.Dequeue();
            (appended, _appended) = (_appended, NewSignal());
        }

        appended.SetResult();
        return activity;
    }

    /// <summary>What came after <paramref name="watermark"/> (null: all that is kept), and the new watermark.</summary>
    public (IReadOnlyList<Activity> Activities, long Watermark) Read(long? watermark)
    {
        lock (_lock)
        {
            var seen = watermark.GetValueOrDefault();
            return ([.. _activities.Where(a => a.Number > seen).Select(a => a.Activity)], Math.Max(_last, seen));
        }
    }

    /// <summary>The activity that a client has already sent under this id; null where there is none, or no id.</summary>
    public Activity? Find(string? clientActivityId)
    {
        if (clientActivityId is null)
            return null;
        lock (_lock)
            return _activities.LastOrDefault(a => a.Activity.ChannelData?.ClientActivityId == clientActivityId).Activity;
    }

    /// <summary>Ends when there may be something after <paramref name="watermark"/>.</summary>
    public Task WaitAsync(long watermark, CancellationToken cancellationToken)
    {
        lock (_lock)
            return watermark < _last ? Task.CompletedTask : _appended.Task.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
