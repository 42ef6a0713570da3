using System.Text;
using System.Text.Json;
using Bot.Channels.Telegram;
using Bot.Conversations;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class UpdateReaderTests
{
    [Fact]
    public void A_text_is_read_with_chat_and_language() =>
        Assert.Equal(new TelegramUpdate(7, 42, new MessagePayload.Text("/start svc_1\n«ә»"), "ru"), Read(Updates.Text(7, 42, "/start svc_1\n«ә»")));

    [Fact]
    public void A_press_is_read_with_its_message_and_query() =>
        Assert.Equal(new TelegramUpdate(7, 42, new MessagePayload.Press("7.1.5"), "ru", "cb7", 50), Read(Updates.Press(7, 42, "7.1.5")));

    [Fact]
    public void A_forwarded_text_is_a_text() =>
        Assert.Equal(new MessagePayload.Text("да"), Read(Updates.Message(1, 2, """ "forward_origin":{"type":"hidden_user","text":"x"},"text":"да" """)).Payload);

    [Theory]
    [InlineData("\"photo\":[{\"file_id\":\"a\"}],\"caption\":\"текст\"")]
    [InlineData("\"sticker\":{\"emoji\":\"x\"}")]
    [InlineData("\"voice\":{\"duration\":1}")]
    [InlineData("\"contact\":{\"phone_number\":\"+7\"}")]
    [InlineData("\"location\":{\"latitude\":1.5}")]
    [InlineData("\"pinned_message\":{\"text\":\"a\"}")]
    [InlineData("\"text\":\"\\ud800\"")]
    [InlineData("\"text\":null")]
    [InlineData("\"text\":{\"text\":\"x\"}")]
    public void What_is_no_text_is_unsupported(string content) =>
        Assert.IsType<MessagePayload.Unsupported>(Read(Updates.Message(1, 2, content)).Payload);

    [Fact]
    public void A_changed_message_is_unsupported() =>
        Assert.IsType<MessagePayload.Unsupported>(Read(Updates.Text(1, 2, "x").Replace("\"message\"", "\"edited_message\"", StringComparison.Ordinal)).Payload);

    [Theory]
    [InlineData("kicked", true)]
    [InlineData("member", false)]
    public void Blocking_and_coming_back_are_told(string status, bool blocked) =>
        Assert.Equal(new MessagePayload.Blocked(blocked), Read(Updates.Membership(1, 2, status)).Payload);

    [Theory]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public void Only_private_chats_are_of_use(string type)
    {
        Assert.Null(Read(Updates.Message(1, 2, "\"text\":\"x\"", type)).Payload);
        var press = Read(Updates.Press(1, 2, "x", type: type));
        Assert.Null(press.Payload);
        Assert.Equal("cb1", press.CallbackId);
    }

    [Theory]
    [InlineData("""{"update_id":1}""")]
    [InlineData("{}")]
    [InlineData("""{"update_id":1,"channel_post":{"chat":{"id":2,"type":"private"},"text":"x"}}""")]
    [InlineData("""{"update_id":1,"inline_query":{"id":"1","from":{"id":2},"query":"x"}}""")]
    [InlineData("""{"update_id":1,"message":null}""")]
    [InlineData("""{"update_id":1,"message":[1,{"chat":{"id":2,"type":"private"}}]}""")]
    [InlineData("""{"update_id":1,"message":{"chat":{"id":"2","type":"private"},"text":"x"}}""")]
    [InlineData("""{"update_id":1,"message":{"chat":{"id":99999999999999999999,"type":"private"},"text":"x"}}""")]
    [InlineData("""{"update_id":1,"callback_query":{"id":"1","from":{"id":2},"data":"x"}}""")]
    [InlineData("""{"update_id":1,"callback_query":{"id":"1","message":{"chat":{"id":2,"type":"private"}},"game_short_name":"x"}}""")]
    [InlineData("""{"update_id":1,"my_chat_member":{"chat":{"id":2,"type":"private"},"new_chat_member":{"status":"restricted"}}}""")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("""{"message":{"from":{"language_code":"\ud800"},"chat":{"id":2,"type":"\ud800\ud800"}}}""")]
    public void Other_updates_are_of_no_use(string json) => Assert.Null(Read(json).Payload);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"update_id\":1}}")]
    [InlineData("{\"update_id\":\"1\"}")]
    [InlineData("{\"update_id\":1,\"message\":{\"text\":\"x}")]
    [InlineData("<html>")]
    public void What_is_no_update_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void A_mutilated_update_is_read_or_refused_and_nothing_else()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Updates.Press(7, 42, "7.1.5"));
        foreach (var wrong in "\"\\{}[],:0nu\u00ff "u8.ToArray())
        {
            for (var at = 0; at < whole.Length; at++)
            {
                byte[] mutilated = [.. whole];
                mutilated[at] = wrong;
                Assert.True(Record.Exception(() => UpdateReader.Read(mutilated)) is null or JsonException, $"Byte {at} as {wrong}");
            }
        }
    }

    [Fact]
    public void Forged_data_is_cut_to_what_a_button_can_hold()
    {
        Assert.Equal(new MessagePayload.Press(new string('a', 64)), Read(Updates.Press(1, 2, new string('a', 5000))).Payload);
        Assert.Equal(new MessagePayload.Press("a" + new string('ә', 31)), Read(Updates.Press(1, 2, "a" + new string('ә', 60))).Payload);
        Assert.Equal(new MessagePayload.Press("'; DROP TABLE"), Read(Updates.Press(1, 2, "'; DROP TABLE")).Payload);
    }

    [Fact]
    public void A_batch_is_read_in_order()
    {
        var batch = UpdateReader.ReadBatch(Encoding.UTF8.GetBytes($$$"""{"ok":true,"result":[{{{Updates.Text(1, 5, "a")}}},{{{Updates.Press(2, 6, "b")}}},{"update_id":3,"poll":{}}]}"""));
        Assert.Equal([1L, 2L, 3L], batch.Select(update => update.Id));
        Assert.Equal([5L, 6L, 0L], batch.Select(update => update.ChatId));
        Assert.Empty(UpdateReader.ReadBatch("""{"ok":true,"result":[]}"""u8));
    }

    private static TelegramUpdate Read(string json) => UpdateReader.Read(Encoding.UTF8.GetBytes(json));
}
