using Bot.Conversations;
using Bot.Hosting;
using Bot.Jobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Jobs;

public sealed class AnnounceJobTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_kind_that_fails_keeps_no_other()
    {
        var (bad, good) = (new Kind(() => Task.FromException(new InvalidOperationException("no"))), new Kind(() => Task.CompletedTask));
        await Job(bad, good).ExecuteAsync(Stop);
        Assert.Equal((1, 1), (bad.Calls, good.Calls));
    }

    [Fact]
    public async Task A_run_that_finds_one_under_way_leaves_it_the_work()
    {
        var end = new TaskCompletionSource();
        var slow = new Kind(() => end.Task);
        var job = Job(slow);
        var first = job.ExecuteAsync(Stop);
        await job.ExecuteAsync(Stop);
        Assert.Equal(1, slow.Calls);
        end.SetResult();
        await first;
        await job.ExecuteAsync(Stop);
        Assert.Equal(2, slow.Calls);
    }

    [Fact]
    public async Task In_quiet_hours_nothing_is_looked_for()
    {
        var kind = new Kind(() => Task.CompletedTask);
        _clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 16, 0, 0, TimeSpan.Zero));
        await Job(kind).ExecuteAsync(Stop);
        Assert.Equal(0, kind.Calls);
    }

    private AnnounceJob Job(params IAnnouncements[] kinds) =>
        new(kinds, new QuietHours(Options.Create(new QuietHoursOptions()), SurveyFiles.Read("dialogs", "localization").Holidays), _clock, NullLogger<AnnounceJob>.Instance);

    private sealed class Kind(Func<Task> send) : IAnnouncements
    {
        public int Calls { get; private set; }

        public Task SendDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
        {
            Calls++;
            return send();
        }
    }
}
