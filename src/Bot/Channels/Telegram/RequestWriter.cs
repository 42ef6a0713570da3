using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Survey.Dialogs;

namespace Bot.Channels.Telegram;

/// <summary>Writes the bodies of the calls that every tap needs.</summary>
internal static class RequestWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? _scratch;

    public static byte[] Send(long chatId, Card card)
    {
        var json = Begin(chatId);
        WriteCard(json, card);
        return End(json);
    }

    public static byte[] Edit(long chatId, long messageId, Card card)
    {
        var json = Begin(chatId);
        json.WriteNumber("message_id"u8, messageId);
        WriteCard(json, card);
        return End(json);
    }

    /// <summary><c>editMessageReplyMarkup</c> without a keyboard: the buttons go.</summary>
    public static byte[] RemoveButtons(long chatId, long messageId)
    {
        var json = Begin(chatId);
        json.WriteNumber("message_id"u8, messageId);
        return End(json);
    }

    /// <summary>The answer to a callback query; as the response to a webhook it names its method itself.</summary>
    public static byte[] AnswerCallback(string callbackId, bool inResponse)
    {
        var json = Begin(chatId: null);
        if (inResponse)
        {
            json.WriteString("method"u8, "answerCallbackQuery"u8);
        }

        json.WriteString("callback_query_id"u8, callbackId);
        return End(json);
    }

    public static byte[] GetUpdates(long offset, TimeSpan timeout)
    {
        var json = Begin(chatId: null);
        json.WriteNumber("offset"u8, offset);
        json.WriteNumber("timeout"u8, (int)timeout.TotalSeconds);
        json.WriteStartArray("allowed_updates"u8);
        foreach (var kind in AllowedUpdates)
        {
            json.WriteStringValue(kind);
        }

        json.WriteEndArray();
        return End(json);
    }

    /// <summary>The kinds of update that are of use.</summary>
    public static IReadOnlyList<string> AllowedUpdates { get; } = ["message", "callback_query", "my_chat_member"];

    private static void WriteCard(Utf8JsonWriter json, Card card)
    {
        json.WriteString("text"u8, card.Text);
        json.WriteStartObject("link_preview_options"u8);
        json.WriteBoolean("is_disabled"u8, true);
        json.WriteEndObject();
        if (card.Rows.Count == 0)
        {
            return;
        }

        json.WriteStartObject("reply_markup"u8);
        json.WriteStartArray("inline_keyboard"u8);
        foreach (var row in card.Rows)
        {
            WriteRow(json, row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, IReadOnlyList<CardButton> row)
    {
        json.WriteStartArray();
        foreach (var button in row)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, button.Text);
            json.WriteString("callback_data"u8, button.Data);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Utf8JsonWriter Begin(long? chatId)
    {
        if (_scratch is not { } scratch)
        {
            var buffer = new ArrayBufferWriter<byte>(1024);
            _scratch = scratch = (buffer, new Utf8JsonWriter(buffer, Options));
        }

        scratch.Buffer.ResetWrittenCount();
        scratch.Json.Reset();
        scratch.Json.WriteStartObject();
        if (chatId is { } id)
        {
            scratch.Json.WriteNumber("chat_id"u8, id);
        }

        return scratch.Json;
    }

    private static byte[] End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.Flush();
        return _scratch is { } scratch ? scratch.Buffer.WrittenSpan.ToArray() : [];
    }
}
