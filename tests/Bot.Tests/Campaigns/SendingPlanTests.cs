using Bot.Campaigns;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Campaigns;

public sealed class SendingPlanTests
{
    [Theory]
    [InlineData(0, "2026-11-25T14:00", "2026-11-25T14:00")]
    [InlineData(1800, "2026-11-25T14:00", "2026-11-25T14:01")]
    [InlineData(100_000, "2026-11-25T14:00", "2026-11-25T14:56")]
    [InlineData(100_000, "2026-11-25T20:30", "2026-11-26T09:26")]
    [InlineData(1, "2026-11-25T03:00", "2026-11-25T09:01")]
    public async Task The_end_follows_from_rate_and_quiet_hours(int messages, string start, string end)
    {
        await using var host = await QuietHost.StartAsync();
        Assert.Equal(At(end), host.Get<SendingPlan>().End(messages, At(start)));
    }

    private static DateTimeOffset At(string local) => DateTimeOffset.Parse(local + ":00+05:00", System.Globalization.CultureInfo.InvariantCulture);
}
