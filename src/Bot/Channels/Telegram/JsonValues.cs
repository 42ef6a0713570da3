using System.Text.Json;

namespace Bot.Channels.Telegram;

/// <summary>Reads the value at hand, or passes over it where it is of another kind than expected.</summary>
internal static class JsonValues
{
    private static readonly string[] Languages = ["ru", "kk", "en"];

    /// <summary>Whether the name or text at hand is this one. Telegram escapes none of those looked for, and an escaped one may be half a character.</summary>
    public static bool Is(this ref Utf8JsonReader reader, ReadOnlySpan<byte> text) => !reader.ValueIsEscaped && reader.ValueTextEquals(text);

    public static long? GetInt64OrNull(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
        {
            return number;
        }

        reader.Skip();
        return null;
    }

    public static string? GetStringOrNull(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair
        }
    }

    /// <summary>A language code, mostly without a new string.</summary>
    public static string? GetLanguageOrNull(this ref Utf8JsonReader reader)
    {
        foreach (var language in Languages)
        {
            if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && reader.ValueTextEquals(language))
            {
                return language;
            }
        }

        return reader.GetStringOrNull();
    }
}
