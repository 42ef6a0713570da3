using Bot.Channels.Telegram;
using Bot.Conversations;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class FileSenderTests
{
    private static readonly byte[] Content = [0x89, 0x50, 0x4E, 0x47, 0, 255, 13, 10, 45, 45];
    private static readonly Attachment Picture = new("scores.png", Attachment.Png, Content, "Ұпай: «Әлеумет»");
    private static readonly Attachment Document = new("scores.csv", "text/csv", Content, "Файл");

    [Fact]
    public async Task A_picture_is_sent_below_its_card_as_a_photo_with_its_caption()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Runner.Reply(new TurnReply(Cards.Question(), EditRef: "50", Attachment: Picture));
        using var response = await host.PostAsync(Updates.Press(7, 42, "x"));
        var call = await host.Api.CalledAsync("sendPhoto");
        Assert.Equal(("42", "Ұпай: «Әлеумет»"), (call.Get("chat_id"), call.Get("caption")));
        var photo = call.Body.GetProperty("photo");
        Assert.Equal(("scores.png", "image/png"), (photo.GetProperty("name").GetString(), photo.GetProperty("type").GetString()));
        Assert.Equal(Content, photo.GetProperty("bytes").GetBytesFromBase64());
        Assert.Equal(["editMessageText", "sendPhoto"], host.Api.Calls.Select(c => c.Method).Where(m => m is "editMessageText" or "sendPhoto" or "sendMessage"));
    }

    [Fact]
    public async Task Anything_else_and_a_huge_picture_is_sent_as_a_document()
    {
        await using var host = await TelegramHost.StartAsync();
        Assert.Equal(ApiOutcome.Done, await host.Get<FileSender>().SendAsync(42, Document, "ru"));
        Assert.Equal("text/csv", (await host.Api.CalledAsync("sendDocument")).Body.GetProperty("document").GetProperty("type").GetString());
        Assert.Equal(ApiOutcome.Done, await host.Get<FileSender>().SendAsync(42, Picture with { Content = new byte[10_000_001] }, "ru"));
        Assert.Equal("scores.png", (await host.Api.CalledAsync("sendDocument")).Body.GetProperty("document").GetProperty("name").GetString());
        Assert.Equal(0, host.Api.Count("sendPhoto"));
    }

    [Fact]
    public async Task Too_many_is_waited_for_to_the_second_and_the_file_sent_then()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next("sendPhoto", FakeAnswer.TooMany(17));
        var sent = host.Get<FileSender>().SendAsync(42, Picture, "ru");
        await host.Time.PassAsync(TimeSpan.FromSeconds(17));
        Assert.Equal(ApiOutcome.Done, await sent);
        Assert.Equal(2, host.Api.Count("sendPhoto"));
    }

    [Fact]
    public async Task Who_would_have_to_wait_too_long_gets_nothing_and_may_press_again()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next("sendPhoto", FakeAnswer.TooMany(2000));
        Assert.Equal(ApiOutcome.TooMany, await host.Get<FileSender>().SendAsync(42, Picture, "ru"));
        Assert.Equal((1, 0), (host.Api.Count("sendPhoto"), host.Api.Count("sendMessage")));
    }

    [Fact]
    public async Task A_lost_answer_and_a_refusal_are_not_tried_again_but_told()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next("sendPhoto", FakeAnswer.ServerError);
        Assert.Equal(ApiOutcome.Fault, await host.Get<FileSender>().SendAsync(42, Picture, "ru"));
        Assert.Equal("not sent ru", (await host.Api.CalledAsync("sendMessage")).Text);
        host.Api.Next("sendPhoto", FakeAnswer.Error(413, "Request Entity Too Large"));
        Assert.Equal(ApiOutcome.Refused, await host.Get<FileSender>().SendAsync(42, Picture, "kk"));
        Assert.Equal("not sent kk", (await host.Api.CalledAsync("sendMessage")).Text);
        Assert.Equal(2, host.Api.Count("sendPhoto"));
    }

    [Fact]
    public async Task Who_blocked_the_bot_meanwhile_is_reported_to_the_runner()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Runner.Reply(new TurnReply(Cards.Question(), Attachment: Picture));
        host.Api.Next("sendPhoto", FakeAnswer.Blocked);
        using var response = await host.PostAsync(Updates.Text(7, 42, "x"));
        await host.Runner.MessageAsync();
        Assert.Equal(new MessagePayload.Blocked(true), (await host.Runner.MessageAsync()).Payload);
    }
}
