using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>A clock that the test moves, and that knows who waits for how long.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private readonly List<Watched> _waiting = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Watched(this, base.CreateTimer(callback, state, dueTime, period), dueTime);
        lock (_waiting)
        {
            _waiting.Add(timer);
            _changed.TrySetResult();
        }

        return timer;
    }

    /// <summary>Lets time pass as soon as somebody waits for that long, whoever has given up meanwhile aside.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        while (true)
        {
            Task changed;
            lock (_waiting)
            {
                if (_waiting.Find(timer => timer.DueTime == wait) is { } found)
                {
                    _waiting.Remove(found);
                    break;
                }

                if (_changed.Task.IsCompleted)
                    _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
                changed = _changed.Task;
            }

            await changed.WaitAsync(TestContext.Current.CancellationToken);
        }

        Advance(wait);
    }

    private sealed class Watched(WatchedTime time, ITimer timer, TimeSpan dueTime) : ITimer
    {
        public TimeSpan DueTime => dueTime;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            Forget();
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Forget();
            return timer.DisposeAsync();
        }

        private void Forget()
        {
            lock (time._waiting)
                time._waiting.Remove(this);
        }
    }
}
