using Bot.Channels.Telegram;
using Bot.Conversations;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class TelegramTurnsTests
{
    [Fact]
    public async Task Too_many_makes_the_card_due_at_the_second_Telegram_names()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Runner.Reply(new TurnReply(Cards.Question(), EditRef: "50"));
        host.Api.Next("editMessageText", FakeAnswer.TooMany(17));
        using var response = await host.PostAsync(Updates.Press(7, 42, "x"));
        Assert.Equal(("42", host.Time.GetUtcNow() + TimeSpan.FromSeconds(17)), await host.Runner.DueAsync());
    }

    [Fact]
    public async Task A_fault_makes_the_card_due_soon()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next("sendMessage", FakeAnswer.ServerError);
        using var response = await host.PostAsync(Updates.Text(7, 42, "x"));
        Assert.Equal(("42", host.Time.GetUtcNow() + TelegramSender.AfterFault), await host.Runner.DueAsync());
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_reported_to_the_runner()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next("sendMessage", FakeAnswer.Blocked);
        using var response = await host.PostAsync(Updates.Text(7, 42, "x"));
        await host.Runner.MessageAsync();
        var report = await host.Runner.MessageAsync();
        Assert.Equal((new MessagePayload.Blocked(true), "gone-7", "42"), (report.Payload, report.UpdateId, report.Conversation.ChatId));
    }

    [Fact]
    public async Task Blocking_the_bot_is_told_and_answered_by_nothing()
    {
        await using var host = await TelegramHost.StartAsync();
        using var response = await host.PostAsync(Updates.Membership(7, 42, "kicked"));
        Assert.Equal(new MessagePayload.Blocked(true), (await host.Runner.MessageAsync()).Payload);
        Assert.Equal(0, host.Api.Count("sendMessage"));
    }

    [Fact]
    public async Task A_sticker_is_told_as_unsupported()
    {
        await using var host = await TelegramHost.StartAsync();
        using var response = await host.PostAsync(Updates.Message(7, 42, "\"sticker\":{\"emoji\":\"x\"}"));
        Assert.IsType<MessagePayload.Unsupported>((await host.Runner.MessageAsync()).Payload);
        await host.Api.CalledAsync("sendMessage");
    }

    [Fact]
    public async Task The_card_before_loses_its_buttons_when_a_new_message_takes_its_place()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Runner.Reply(new TurnReply(Cards.Question(), RetireRef: "49"));
        using var response = await host.PostAsync(Updates.Text(7, 42, "x"));
        Assert.Equal(49, (await host.Api.CalledAsync("editMessageReplyMarkup")).MessageId);
        await host.Api.CalledAsync("sendMessage");
    }
}
