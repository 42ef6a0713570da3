using System.Text;
using Bot.Channels.Telegram;
using Bot.Survey.Dialogs;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class RequestWriterTests
{
    [Fact]
    public void A_card_becomes_a_message_with_its_buttons_in_rows_and_without_previews() => Assert.Equal(
        """{"chat_id":42,"text":"Ақпарат «түсінікті»","link_preview_options":{"is_disabled":true},"reply_markup":{"inline_keyboard":["""
        + """[{"text":"1","callback_data":"7.1.1"},{"text":"2","callback_data":"7.1.2"},{"text":"3","callback_data":"7.1.3"},{"text":"4","callback_data":"7.1.4"},{"text":"5","callback_data":"7.1.5"}],"""
        + """[{"text":"Артқа","callback_data":"7.1.b"}]]}}""",
        Text(RequestWriter.Send(42, Cards.Question("Ақпарат «түсінікті»"))));

    [Fact]
    public void A_card_without_buttons_takes_them_away() => Assert.Equal(
        """{"chat_id":42,"message_id":50,"text":"Рақмет","link_preview_options":{"is_disabled":true}}""",
        Text(RequestWriter.Edit(42, 50, Card.Plain("Рақмет", "kk"))));

    [Fact]
    public void Old_buttons_are_removed() => Assert.Equal("""{"chat_id":42,"message_id":50}""", Text(RequestWriter.RemoveButtons(42, 50)));

    [Fact]
    public void An_answered_query_names_its_method_only_in_a_response()
    {
        Assert.Equal("""{"method":"answerCallbackQuery","callback_query_id":"9\"9"}""", Text(RequestWriter.AnswerCallback("9\"9", inResponse: true)));
        Assert.Equal("""{"callback_query_id":"99"}""", Text(RequestWriter.AnswerCallback("99", inResponse: false)));
    }

    [Fact]
    public void A_poll_asks_for_what_is_of_use() => Assert.Equal(
        """{"offset":8,"timeout":40,"allowed_updates":["message","callback_query","my_chat_member"]}""",
        Text(RequestWriter.GetUpdates(8, TimeSpan.FromSeconds(40))));

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);
}
