using Bot.Channels;
using Bot.Conversations;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class TelegramChannelTests
{
    private static readonly ConversationKey Conversation = new("telegram", "42");

    [Fact]
    public async Task A_card_is_shown_as_an_edit_or_as_a_new_message()
    {
        await using var host = await TelegramHost.StartAsync();
        Assert.Equal("telegram", host.Channel.Name);
        Assert.Equal(new Delivery(DeliveryStatus.Shown, "50"), await ShowAsync(host, "50"));
        Assert.Equal(new Delivery(DeliveryStatus.Shown, "101"), await ShowAsync(host, null));
    }

    [Fact]
    public async Task Who_cannot_be_reached_is_gone()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next("sendMessage", FakeAnswer.Blocked);
        Assert.Equal(new Delivery(DeliveryStatus.Gone), await ShowAsync(host, null));
    }

    [Fact]
    public async Task Announcements_keep_to_the_limit_and_what_would_wait_too_long_comes_back()
    {
        await using var host = await TelegramHost.StartAsync(("MessagesPerSecond", "1"));
        Assert.Equal(new Delivery(DeliveryStatus.Shown, "101"), await AnnounceAsync(host));
        var second = AnnounceAsync(host);
        var third = AnnounceAsync(host);
        Assert.Equal(new Delivery(DeliveryStatus.Later, NotBefore: host.Time.GetUtcNow() + TimeSpan.FromSeconds(3)), await AnnounceAsync(host));
        Assert.Equal(1, host.Api.Count("sendMessage"));
        Assert.Equal(DeliveryStatus.Shown, (await ShowAsync(host, "50")).Status);
        await host.Time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(DeliveryStatus.Shown, (await second).Status);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(DeliveryStatus.Shown, (await third).Status);
    }

    private static Task<Delivery> ShowAsync(TelegramHost host, string? editRef) =>
        host.Channel.ShowAsync(Conversation, Cards.Question(), editRef, TestContext.Current.CancellationToken);

    private static Task<Delivery> AnnounceAsync(TelegramHost host) =>
        host.Channel.AnnounceAsync(Conversation, Cards.Question(), until: null, TestContext.Current.CancellationToken);
}
