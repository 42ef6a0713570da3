using Bot.Channels;
using Bot.Channels.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class TelegramSenderTests
{
    private const string Edit = "editMessageText";
    private const string Send = "sendMessage";

    [Fact]
    public async Task A_card_is_edited_in_place()
    {
        await using var host = await TelegramHost.StartAsync();
        Assert.Equal(new Delivery(DeliveryStatus.Shown, "50"), await host.Sender.ReplyAsync(42, Cards.Question(), 50));
        var call = await host.Api.CalledAsync(Edit);
        Assert.Equal(("42", 50, "Ақпарат түсінікті"), (call.Get("chat_id"), call.MessageId, call.Text));
        Assert.False(call.Has("parse_mode"));
    }

    [Fact]
    public async Task Without_a_message_to_edit_a_new_one_is_sent()
    {
        await using var host = await TelegramHost.StartAsync();
        Assert.Equal(new Delivery(DeliveryStatus.Shown, "101"), await host.Sender.ReplyAsync(42, Cards.Question(), null));
        Assert.Equal(0, host.Api.Count(Edit));
    }

    [Fact]
    public async Task Not_modified_is_success()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next(Edit, FakeAnswer.NotModified);
        Assert.Equal(new Delivery(DeliveryStatus.Shown, "50"), await host.Sender.ReplyAsync(42, Cards.Question(), 50));
        Assert.Equal(0, host.Api.Count(Send));
    }

    [Theory]
    [InlineData("Bad Request: message to edit not found")]
    [InlineData("Bad Request: message can't be edited")]
    public async Task A_message_that_is_gone_is_sent_anew(string error)
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next(Edit, FakeAnswer.Error(400, error));
        Assert.Equal(new Delivery(DeliveryStatus.Shown, "101"), await host.Sender.ReplyAsync(42, Cards.Question(), 50));
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_gone()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next(Edit, FakeAnswer.Blocked);
        Assert.Equal(DeliveryStatus.Gone, (await host.Sender.ReplyAsync(42, Cards.Question(), 50)).Status);
        host.Api.Next(Send, FakeAnswer.Error(400, "Bad Request: chat not found"));
        Assert.Equal(DeliveryStatus.Gone, (await host.Sender.ReplyAsync(42, Cards.Question(), null)).Status);
    }

    [Fact]
    public async Task Retry_after_is_obeyed_to_the_second_by_the_chat_and_by_bulk()
    {
        await using var host = await TelegramHost.StartAsync();
        var until = host.Time.GetUtcNow() + TimeSpan.FromSeconds(35);
        host.Api.Next(Edit, FakeAnswer.TooMany(35));
        Assert.Equal(new Delivery(DeliveryStatus.Later, NotBefore: until), await host.Sender.ReplyAsync(42, Cards.Question(), 50));
        Assert.Equal(new Delivery(DeliveryStatus.Later, NotBefore: until), await host.Sender.ReplyAsync(42, Cards.Question(), 50));
        Assert.Equal(new Delivery(DeliveryStatus.Later, NotBefore: until), await host.Sender.AnnounceAsync(43, Cards.Question(), null, CancellationToken.None));
        Assert.Equal(1, host.Api.Count(Edit));

        Assert.Equal(DeliveryStatus.Shown, (await host.Sender.ReplyAsync(43, Cards.Question(), 50)).Status);
        host.Time.Advance(TimeSpan.FromSeconds(35));
        Assert.Equal(DeliveryStatus.Shown, (await host.Sender.ReplyAsync(42, Cards.Question(), 50)).Status);
        Assert.Equal(DeliveryStatus.Shown, (await host.Sender.AnnounceAsync(42, Cards.Question(), null, CancellationToken.None)).Status);
    }

    [Fact]
    public async Task An_announcement_neither_replaces_a_card_that_is_under_way_nor_is_replaced_by_one()
    {
        await using var host = await TelegramHost.StartAsync();
        var answer = new TaskCompletionSource<FakeAnswer>();
        host.Api.Next(Edit, _ => answer.Task);
        var reply = host.Sender.ReplyAsync(42, Cards.Question(), 50);
        Assert.Equal(
            new Delivery(DeliveryStatus.Later, NotBefore: host.Time.GetUtcNow() + TelegramSender.Patience),
            await host.Sender.AnnounceAsync(42, Cards.Question(), null, CancellationToken.None));
        answer.SetResult(FakeAnswer.Ok("true"));
        Assert.Equal(DeliveryStatus.Shown, (await reply).Status);
        Assert.Equal(0, host.Api.Count(Send));
    }

    [Fact]
    public async Task What_must_not_be_late_and_what_a_429_has_overtaken_is_not_sent()
    {
        await using var host = await TelegramHost.StartAsync(("MessagesPerSecond", "1"));
        Assert.Equal(DeliveryStatus.Shown, (await host.Sender.AnnounceAsync(42, Cards.Question(), null, CancellationToken.None)).Status);
        var late = host.Sender.AnnounceAsync(43, Cards.Question(), host.Time.GetUtcNow().AddSeconds(1), CancellationToken.None);
        await host.Time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(new Delivery(DeliveryStatus.Later, NotBefore: host.Time.GetUtcNow()), await late);
        var overtaken = host.Sender.AnnounceAsync(44, Cards.Question(), null, CancellationToken.None);
        host.Api.Next(Edit, FakeAnswer.TooMany(35));
        var until = host.Time.GetUtcNow().AddSeconds(35);
        await host.Sender.ReplyAsync(45, Cards.Question(), 50);
        await host.Time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(new Delivery(DeliveryStatus.Later, NotBefore: until), await overtaken);
        Assert.Equal(1, host.Api.Count(Send));
    }

    [Fact]
    public async Task A_server_error_at_an_edit_is_tried_again_once()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next(Edit, FakeAnswer.ServerError);
        Assert.Equal(DeliveryStatus.Shown, (await host.Sender.ReplyAsync(42, Cards.Question(), 50)).Status);

        host.Api.Next(Edit, FakeAnswer.ServerError);
        host.Api.Next(Edit, FakeAnswer.ServerError);
        Assert.Equal(
            new Delivery(DeliveryStatus.Later, NotBefore: host.Time.GetUtcNow() + TelegramSender.AfterFault, MayHaveArrived: true),
            await host.Sender.ReplyAsync(42, Cards.Question(), 50));
        Assert.Equal(4, host.Api.Count(Edit));
    }

    [Fact]
    public async Task A_server_error_at_a_new_message_is_not_tried_again()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next(Send, FakeAnswer.ServerError);
        Assert.Equal(DeliveryStatus.Later, (await host.Sender.ReplyAsync(42, Cards.Question(), null)).Status);
        Assert.Equal(1, host.Api.Count(Send));
    }

    [Fact]
    public async Task A_hanging_edit_is_given_up_and_tried_again()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next(Edit, Hang);
        var shown = host.Sender.ReplyAsync(42, Cards.Question(), 50);
        await host.Api.CalledAsync(Edit);
        await host.Time.PassAsync(TelegramApi.Patience);
        Assert.Equal(DeliveryStatus.Shown, (await shown).Status);
        Assert.Equal(2, host.Api.Count(Edit));
    }

    [Fact]
    public async Task A_hanging_new_message_is_left_for_later()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next(Send, Hang);
        var shown = host.Sender.ReplyAsync(42, Cards.Question(), null);
        await host.Api.CalledAsync(Send);
        await host.Time.PassAsync(TelegramApi.Patience);
        Assert.Equal(DeliveryStatus.Later, (await shown).Status);
    }

    [Fact]
    public async Task Nobody_listening_is_a_fault()
    {
        await using var host = await TelegramHost.StartAsync(("ApiBaseUrl", "http://127.0.0.1:1"));
        Assert.Equal(DeliveryStatus.Later, (await host.Sender.ReplyAsync(42, Cards.Question(), 50)).Status);
    }

    [Fact]
    public async Task What_Telegram_refuses_is_left_for_an_hour()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next(Edit, FakeAnswer.Error(400, "Bad Request: BUTTON_DATA_INVALID"));
        Assert.Equal(
            new Delivery(DeliveryStatus.Later, NotBefore: host.Time.GetUtcNow() + TelegramSender.AfterRefusal, IsRefused: true),
            await host.Sender.ReplyAsync(42, Cards.Question(), 50));
    }

    [Fact]
    public async Task Of_cards_that_wait_in_a_chat_only_the_newest_is_shown()
    {
        await using var host = await TelegramHost.StartAsync();
        var release = new TaskCompletionSource<FakeAnswer>();
        host.Api.Next(Edit, _ => release.Task);
        var first = host.Sender.ReplyAsync(42, Cards.Question("1"), 50);
        var second = host.Sender.ReplyAsync(42, Cards.Question("2"), 50);
        var third = host.Sender.ReplyAsync(42, Cards.Question("3"), 50);
        Assert.Equal(new Delivery(DeliveryStatus.Shown), await second);
        release.SetResult(FakeAnswer.Ok("true"));
        Assert.Equal(new Delivery(DeliveryStatus.Shown, "50"), await first);
        Assert.Equal(new Delivery(DeliveryStatus.Shown, "50"), await third);
        Assert.Equal(["1", "3"], host.Api.Calls.Where(call => call.Method == Edit).Select(call => call.Text));
    }

    [Fact]
    public async Task The_same_card_twice_is_sent_once()
    {
        await using var host = await TelegramHost.StartAsync();
        var release = new TaskCompletionSource<FakeAnswer>();
        host.Api.Next(Send, _ => release.Task);
        var first = host.Sender.ReplyAsync(42, Cards.Question(), null);
        var second = host.Sender.ReplyAsync(42, Cards.Question(), null);
        release.SetResult(FakeAnswer.Ok("""{"message_id":7}"""));
        Assert.Equal(new Delivery(DeliveryStatus.Shown, "7"), await first);
        Assert.Equal(new Delivery(DeliveryStatus.Shown, "7"), await second);
        Assert.Equal(1, host.Api.Count(Send));
    }

    [Fact]
    public async Task What_came_while_a_new_message_was_sent_edits_that_one()
    {
        await using var host = await TelegramHost.StartAsync();
        var release = new TaskCompletionSource<FakeAnswer>();
        host.Api.Next(Send, _ => release.Task);
        var first = host.Sender.ReplyAsync(42, Cards.Question("1"), null);
        var second = host.Sender.ReplyAsync(42, Cards.Question("2"), null);
        release.SetResult(FakeAnswer.Ok("""{"message_id":7}"""));
        Assert.Equal("7", (await first).CardRef);
        Assert.Equal("7", (await second).CardRef);
        Assert.Equal(7, (await host.Api.CalledAsync(Edit)).MessageId);
    }

    [Fact]
    public async Task A_hurried_chat_waits_for_its_place_and_gets_the_newest_card()
    {
        await using var host = await TelegramHost.StartAsync(("ChatBurst", "1"));
        await host.Sender.ReplyAsync(42, Cards.Question("1"), 50);
        var second = host.Sender.ReplyAsync(42, Cards.Question("2"), 50);
        var third = host.Sender.ReplyAsync(42, Cards.Question("3"), 50);
        await host.Time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(new Delivery(DeliveryStatus.Shown), await second);
        Assert.Equal(new Delivery(DeliveryStatus.Shown, "50"), await third);
        Assert.Equal(["1", "3"], host.Api.Calls.Where(call => call.Method == Edit).Select(call => call.Text));
    }

    [Fact]
    public async Task An_old_message_loses_its_buttons_only_while_that_is_cheap()
    {
        await using var host = await TelegramHost.StartAsync(("ChatBurst", "1"));
        host.Sender.Retire(42, 49);
        Assert.Equal(49, (await host.Api.CalledAsync("editMessageReplyMarkup")).MessageId);
        host.Sender.Retire(42, 48);
        host.Sender.Retire(43, 47);
        Assert.Equal(47, (await host.Api.CalledAsync("editMessageReplyMarkup")).MessageId);
    }

    [Fact]
    public async Task The_end_of_the_program_waits_for_cards_under_way()
    {
        await using var host = await TelegramHost.StartAsync();
        var release = new TaskCompletionSource<FakeAnswer>();
        host.Api.Next(Edit, _ => release.Task);
        var shown = host.Sender.ReplyAsync(42, Cards.Question(), 50);
        var stopped = host.Sender.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stopped.IsCompleted);
        release.SetResult(FakeAnswer.Ok("true"));
        await stopped;
        Assert.Equal(DeliveryStatus.Shown, (await shown).Status);
    }

    private static async Task<FakeAnswer> Hang(ApiCall call)
    {
        await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        return FakeAnswer.ServerError;
    }
}
