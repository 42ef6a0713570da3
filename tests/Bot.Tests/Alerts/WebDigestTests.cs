using Bot.Conversations;
using Bot.Jobs;
using Bot.Managers;
using Bot.Survey.Dialogs;
using Bot.Tests.Channels.DirectLine;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Alerts;

public sealed class WebDigestTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_the_web_chat_a_digest_waits_until_the_chat_is_open_and_comes_once()
    {
        var clock = QuietHost.NewClock();
        await using var host = await QuietHost.StartAsync(clock);
        using var before = await DirectLineClient.BeginAsync(host);
        await before.SayAsync(await host.Get<StaffCodes>().IssueAsync(StaffRole.Manager, StaffScope.Everything, "test", Stop));
        await before.PressAsync("c.subscriptions.a.o.-");
        clock.SetUtcNow(AlmatyTime.At(new DateOnly(2026, 11, 30), new TimeOnly(9, 0)));
        await host.Get<AnnounceJob>().ExecuteAsync(Stop);

        using var client = await DirectLineClient.BeginAsync(host, cookies: before.Cookies);
        using var socket = await client.OpenStreamAsync();
        await DirectLineClient.ReceiveAsync(socket, 1);
        await host.Get<AnnounceJob>().ExecuteAsync(Stop);
        await host.Get<AnnounceJob>().ExecuteAsync(Stop);
        var texts = DirectLineClient.Texts(await client.ReadActivitiesAsync());
        Assert.Single(texts, text => text!.StartsWith("Сводка за неделю\n\nОценки услуг\n", StringComparison.Ordinal));
    }
}
