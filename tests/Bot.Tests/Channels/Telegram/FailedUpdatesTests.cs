using Bot.Channels.Telegram;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public sealed class FailedUpdatesTests
{
    private static readonly InvalidOperationException Fault = new("test");
    private readonly FailedUpdates _failures = new(NullLogger<FailedUpdates>.Instance);

    [Fact]
    public void The_fifth_failure_is_the_last_and_a_success_begins_anew()
    {
        Assert.Equal([false, false, false, false, true], Enumerable.Range(0, 5).Select(_ => _failures.Add(1, Fault)));
        Assert.False(_failures.Add(2, Fault));
        _failures.Succeeded(2);
        Assert.Equal(0, _failures.Count);
    }

    [Fact]
    public void Updates_that_never_come_back_do_not_fill_the_memory()
    {
        for (var id = 0; id < 25_000; id++)
        {
            _failures.Add(id, Fault);
        }

        Assert.InRange(_failures.Count, 1, 10_000);
    }
}
