using Bot.Channels;
using Bot.Conversations;
using Bot.Survey.Dialogs;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class NoteSenderTests
{
    private static readonly ConversationKey Chat = new(ChannelNames.Telegram, "42");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_is_a_message_of_its_own_that_later_ones_are_put_into()
    {
        await using var host = await TelegramHost.StartAsync();
        var note = await host.Channel.NoteAsync(Chat, Card.Plain("1 of 2", "ru"), null, Stop);
        Assert.Equal("1 of 2", (await host.Api.CalledAsync("sendMessage")).Text);
        Assert.Equal(note, await host.Channel.NoteAsync(Chat, Card.Plain("2 of 2", "ru"), note, Stop));
        var edit = await host.Api.CalledAsync("editMessageText");
        Assert.Equal(("2 of 2", note), (edit.Text, edit.Get("message_id")));
    }

    [Fact]
    public async Task A_note_does_not_take_the_place_of_a_card_under_way()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Next("sendMessage", FakeAnswer.TooMany(17));
        Assert.Null(await host.Channel.NoteAsync(Chat, Card.Plain("1 of 2", "ru"), null, Stop));
        Assert.Null(await host.Channel.NoteAsync(Chat, Card.Plain("2 of 2", "ru"), null, Stop));
        Assert.Equal(1, host.Api.Count("sendMessage"));
        Assert.Equal(DeliveryStatus.Later, (await host.Channel.ShowAsync(Chat, Cards.Question(), null, Stop)).Status);
    }

    [Fact]
    public async Task A_file_goes_out_through_the_channel()
    {
        await using var host = await TelegramHost.StartAsync();
        await host.Channel.SendFileAsync(Chat, new Attachment("responses.zip", "application/zip", [1, 2], "Файл"), "ru", Stop);
        Assert.Equal("42", (await host.Api.CalledAsync("sendDocument")).Get("chat_id"));
    }
}
