using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>A clock that the test moves, and that tells when somebody has begun to wait.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private readonly ConcurrentDictionary<TimeSpan, Channel<bool>> _waits = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Of(dueTime).Writer.TryWrite(true);
        return timer;
    }

    /// <summary>Lets time pass as soon as somebody waits for that long.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        await Of(wait).Reader.ReadAsync(TestContext.Current.CancellationToken);
        Advance(wait);
    }

    private Channel<bool> Of(TimeSpan wait) => _waits.GetOrAdd(wait, _ => Channel.CreateUnbounded<bool>());
}
