using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

public class ReconnectTests
{
    private readonly ScriptedRunner _runner = new();

    [Fact]
    public async Task Polling_gives_what_came_after_the_watermark()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        var seen = (string)(await client.ReadActivitiesAsync())["watermark"]!;
        await client.SayAsync("4");
        var news = await client.ReadActivitiesAsync(seen);
        Assert.Equal(["4", "Жазылды: 4"], DirectLineClient.Texts(news));
        var nothing = await client.ReadActivitiesAsync((string)news["watermark"]!);
        Assert.Empty(DirectLineClient.Texts(nothing));
        Assert.Equal((string)news["watermark"]!, (string)nothing["watermark"]!);
    }

    [Fact]
    public async Task A_stream_after_a_lost_socket_goes_on_at_the_watermark_and_after_a_reload_from_the_beginning()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        string seen;
        using (var lost = await client.OpenStreamAsync())
            seen = (await DirectLineClient.ReceiveAsync(lost, 1)).Watermark;
        await client.SayAsync("4");
        await client.ReconnectAsync(seen);
        using var socket = await client.OpenStreamAsync();
        Assert.Equal(["4", "Жазылды: 4"], (await DirectLineClient.ReceiveAsync(socket, 2)).Activities.Select(a => (string)a["text"]!));
        await client.ReconnectAsync();
        using var reloaded = await client.OpenStreamAsync();
        Assert.Equal(3, (await DirectLineClient.ReceiveAsync(reloaded, 3)).Activities.Count);
        Assert.Single(_runner.Messages, m => m.Payload is Bot.Conversations.MessagePayload.Text { Value: "/start" });
    }

    [Fact]
    public async Task After_a_restart_the_token_is_still_good_and_the_current_card_comes_under_a_higher_watermark()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 12, 10, 0, 0, TimeSpan.Zero));
        await using var host = await WebChatHost.StartAsync(_runner, time);
        using var client = await DirectLineClient.BeginAsync(host);
        await client.PressAsync("a.1.5");
        var seen = (string)(await client.ReadActivitiesAsync())["watermark"]!;
        time.Advance(TimeSpan.FromSeconds(2));
        await using var restarted = await WebChatHost.StartAsync(_runner, time, before: host);
        using var again = new DirectLineClient(restarted) { Token = client.Token, Conversation = client.Conversation };
        await again.ReconnectAsync(seen);
        using var socket = await again.OpenStreamAsync();
        var (activities, watermark) = await DirectLineClient.ReceiveAsync(socket, 1);
        Assert.Equal(["Басылды: a.1.5"], activities.Select(a => (string)a["text"]!));
        Assert.True(long.Parse(watermark, System.Globalization.CultureInfo.InvariantCulture) > long.Parse(seen, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(2, _runner.Messages.Count);
    }

    [Fact]
    public async Task A_message_is_taken_after_a_restart_before_the_client_has_come_back()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        await using var restarted = await WebChatHost.StartAsync(_runner, before: host);
        using var again = new DirectLineClient(restarted) { Token = client.Token, Conversation = client.Conversation };
        await again.SayAsync("4");
        Assert.Equal(["4", "Жазылды: 4"], DirectLineClient.Texts(await again.ReadActivitiesAsync()));
    }

    [Fact]
    public async Task A_watermark_from_another_replica_that_is_ahead_gets_the_current_card_above_it()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        const string ahead = "4000000000000";
        var news = await client.ReadActivitiesAsync(ahead);
        Assert.Equal(["Портал жылдам жұмыс істеді."], DirectLineClient.Texts(news));
        Assert.Equal("4000000000001", (string)news["watermark"]!);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task A_watermark_that_is_none_of_ours_gets_everything(string watermark)
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        Assert.Single(DirectLineClient.Texts(await client.ReadActivitiesAsync(watermark)));
    }

    [Fact]
    public async Task Streams_are_ended_with_a_farewell_when_the_program_stops()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        using var socket = await client.OpenStreamAsync();
        await DirectLineClient.ReceiveAsync(socket, 1);
        host.Get<IHostApplicationLifetime>().StopApplication();
        var end = await socket.ReceiveAsync(new byte[16], TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketMessageType.Close, end.MessageType);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Empty_frames_of_the_client_are_ignored()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        using var socket = await client.OpenStreamAsync();
        await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        await client.SayAsync("4");
        Assert.Equal(3, (await DirectLineClient.ReceiveAsync(socket, 3)).Activities.Count);
    }
}
