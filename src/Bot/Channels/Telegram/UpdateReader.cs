using System.Text.Json;

namespace Bot.Channels.Telegram;

/// <summary>Reads updates without making objects of what nobody looks at.</summary>
internal static class UpdateReader
{
    /// <summary>Reads one update.</summary>
    /// <exception cref="JsonException">It is not JSON, or not an update.</exception>
    public static TelegramUpdate Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var update = ReadUpdate(ref reader);
        return reader.Read() ? throw new JsonException("Something follows the update.") : update;
    }

    /// <summary>Reads the answer to <c>getUpdates</c>.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static List<TelegramUpdate> ReadBatch(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var updates = new List<TelegramUpdate>();
        for (var inside = Enter(ref reader); inside && Next(ref reader);)
        {
            var isResult = reader.Is("result"u8);
            reader.Read();
            var isArray = isResult && reader.TokenType == JsonTokenType.StartArray;
            while (isArray && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                updates.Add(ReadUpdate(ref reader));
            }

            reader.Skip();
        }

        return updates;
    }

    private static TelegramUpdate ReadUpdate(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An update is an object.");
        }

        var parts = new UpdateParts();
        while (Next(ref reader))
        {
            if (reader.Is("callback_query"u8))
            {
                parts.Kind = UpdateKind.Press;
                ReadBody(ref reader, ref parts);
            }
            else if (reader.Is("message"u8))
            {
                parts.Kind = UpdateKind.Message;
                ReadBody(ref reader, ref parts);
            }
            else if (reader.Is("edited_message"u8))
            {
                parts.Kind = UpdateKind.Edited;
                ReadBody(ref reader, ref parts);
            }
            else if (reader.Is("my_chat_member"u8))
            {
                parts.Kind = UpdateKind.Membership;
                ReadBody(ref reader, ref parts);
            }
            else if (reader.Is("update_id"u8))
            {
                reader.Read();
                parts.UpdateId = reader.GetInt64OrNull() ?? throw new JsonException("An update_id is a number.");
            }
            else
            {
                reader.Skip();
            }
        }

        return parts.ToUpdate();
    }

    /// <summary>Reads what was said, by whom and where; the kinds of update name these alike.</summary>
    private static void ReadBody(ref Utf8JsonReader reader, ref UpdateParts parts)
    {
        for (var inside = Enter(ref reader); inside && Next(ref reader);)
        {
            if (reader.Is("from"u8))
            {
                ReadFrom(ref reader, ref parts);
            }
            else if (reader.Is("chat"u8))
            {
                ReadChat(ref reader, ref parts);
            }
            else if (reader.Is("message"u8) && parts.Kind == UpdateKind.Press)
            {
                ReadPressedMessage(ref reader, ref parts);
            }
            else if (reader.Is("id"u8) && parts.Kind == UpdateKind.Press)
            {
                reader.Read();
                parts.CallbackId = reader.GetStringOrNull();
            }
            else if (reader.Is("text"u8) || reader.Is("data"u8))
            {
                reader.Read();
                parts.Said = reader.GetStringOrNull();
            }
            else if (reader.Is("new_chat_member"u8))
            {
                ReadMember(ref reader, ref parts);
            }
            else if (reader.Is("document"u8))
            {
                ReadDocument(ref reader, ref parts);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void ReadDocument(ref Utf8JsonReader reader, ref UpdateParts parts)
    {
        for (var inside = Enter(ref reader); inside && Next(ref reader); reader.Skip())
        {
            if (reader.Is("file_id"u8))
            {
                reader.Read();
                parts.FileId = reader.GetStringOrNull();
            }
            else if (reader.Is("file_name"u8))
            {
                reader.Read();
                parts.FileName = reader.GetStringOrNull();
            }
        }
    }

    private static void ReadPressedMessage(ref Utf8JsonReader reader, ref UpdateParts parts)
    {
        for (var inside = Enter(ref reader); inside && Next(ref reader);)
        {
            if (reader.Is("message_id"u8))
            {
                reader.Read();
                parts.MessageId = reader.GetInt64OrNull();
            }
            else if (reader.Is("chat"u8))
            {
                ReadChat(ref reader, ref parts);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void ReadFrom(ref Utf8JsonReader reader, ref UpdateParts parts)
    {
        for (var inside = Enter(ref reader); inside && Next(ref reader); reader.Skip())
        {
            if (reader.Is("language_code"u8))
            {
                reader.Read();
                parts.LanguageHint = reader.GetLanguageOrNull();
            }
        }
    }

    private static void ReadChat(ref Utf8JsonReader reader, ref UpdateParts parts)
    {
        for (var inside = Enter(ref reader); inside && Next(ref reader); reader.Skip())
        {
            if (reader.Is("id"u8))
            {
                reader.Read();
                parts.ChatId = reader.GetInt64OrNull() ?? 0;
            }
            else if (reader.Is("type"u8))
            {
                reader.Read();
                parts.IsPrivate = reader.TokenType == JsonTokenType.String && reader.Is("private"u8);
            }
        }
    }

    private static void ReadMember(ref Utf8JsonReader reader, ref UpdateParts parts)
    {
        for (var inside = Enter(ref reader); inside && Next(ref reader); reader.Skip())
        {
            if (reader.Is("status"u8))
            {
                reader.Read();
                parts.Said = reader.GetStringOrNull();
            }
        }
    }

    private static bool Enter(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    private static bool Next(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;
}
