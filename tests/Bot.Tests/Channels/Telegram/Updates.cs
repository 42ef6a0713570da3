using System.Text.Json;

namespace Bot.Tests.Channels.Telegram;

/// <summary>Updates as Telegram writes them.</summary>
internal static class Updates
{
    public static string Text(long id, long chat, string text) =>
        Message(id, chat, $"\"text\":{JsonSerializer.Serialize(text)}");

    public static string Message(long id, long chat, string content, string type = "private") =>
        $$$"""{"update_id":{{{id}}},"message":{"message_id":5,"from":{{{From(chat)}}},"chat":{{{Chat(chat, type)}}},"date":1,{{{content}}}}}""";

    public static string Press(long id, long chat, string data, long messageId = 50, string type = "private") =>
        $$$"""
        {"update_id":{{{id}}},"callback_query":{"id":"cb{{{id}}}","from":{{{From(chat)}}},
        "message":{"message_id":{{{messageId}}},"from":{"id":1,"is_bot":true,"language_code":"en"},"chat":{{{Chat(chat, type)}}},"date":1,"text":"Сұрақ",
        "reply_markup":{"inline_keyboard":[[{"text":"1","callback_data":"x"}]]}},
        "chat_instance":"9","data":{{{JsonSerializer.Serialize(data)}}}}}
        """;

    public static string Membership(long id, long chat, string status) =>
        $$$"""
        {"update_id":{{{id}}},"my_chat_member":{"chat":{{{Chat(chat, "private")}}},"from":{{{From(chat)}}},"date":1,
        "old_chat_member":{"user":{"id":1},"status":"x"},"new_chat_member":{"user":{"id":1,"is_bot":true},"status":"{{{status}}}","until_date":0} }}
        """;

    private static string From(long id) => $$"""{"id":{{id}},"is_bot":false,"first_name":"А","language_code":"ru"}""";

    private static string Chat(long id, string type) => $$"""{"id":{{id}},"first_name":"А","type":"{{type}}"}""";
}
