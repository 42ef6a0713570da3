using Bot.Channels.Telegram;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class TelegramOptionsTests
{
    [Fact]
    public void The_defaults_are_off_and_within_Telegrams_limits()
    {
        var options = new TelegramOptions();
        Assert.Equal((false, true, "https://api.telegram.org", 40, 30, 1, 30), (options.IsOn, options.IsPolling, options.ApiBaseUrl, options.MaxConnections, options.MessagesPerSecond, options.ChatMessagesPerSecond, options.ChatBurst));
        Assert.Empty(Faults(options));
    }

    [Fact]
    public void A_wrong_value_is_named_with_its_range()
    {
        Assert.Equal(["Telegram:Token must be digits, a colon, then letters, digits, _ or -."], Faults(new() { Token = "abc" }));
        Assert.Equal(["Telegram:ApiBaseUrl must be an absolute http or https address, but is «api.telegram.org»."], Faults(new() { ApiBaseUrl = "api.telegram.org" }));
        Assert.Equal(["Telegram:WebhookUrl must be an absolute http or https address, but is «/x»."], Faults(new() { WebhookUrl = "/x", WebhookSecret = "a" }));
        Assert.Equal(["Telegram:WebhookSecret must be 1 to 256 letters, digits, _ or -, and is required with Telegram:WebhookUrl."], Faults(new() { WebhookUrl = "https://a.b/" }));
        Assert.Equal(["Telegram:WebhookSecret must be 1 to 256 letters, digits, _ or -, and is required with Telegram:WebhookUrl."], Faults(new() { WebhookSecret = "a b" }));
        Assert.Equal(["Telegram:WebhookSecret must be 1 to 256 letters, digits, _ or -, and is required with Telegram:WebhookUrl."], Faults(new() { WebhookSecret = new string('a', 257) }));
        Assert.Equal(["Telegram:MaxConnections must be 1 to 100, but is 101."], Faults(new() { MaxConnections = 101 }));
        Assert.Equal(["Telegram:MessagesPerSecond must be 1 to 1000, but is 0."], Faults(new() { MessagesPerSecond = 0 }));
        Assert.Equal(["Telegram:ChatMessagesPerSecond must be 1 to 1000, but is 0."], Faults(new() { ChatMessagesPerSecond = 0 }));
        Assert.Equal(["Telegram:ChatBurst must be 1 to 1000, but is 0."], Faults(new() { ChatBurst = 0 }));
    }

    [Fact]
    public async Task A_wrong_value_stops_the_start()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => TelegramHost.StartAsync(("MaxConnections", "0")));
        Assert.Contains("Telegram:MaxConnections must be 1 to 100, but is 0.", fault.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Faults(TelegramOptions options) => new TelegramOptionsValidator().Validate(null, options).Failures ?? [];
}
