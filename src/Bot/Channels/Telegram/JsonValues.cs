using System.Text.Json;

namespace Bot.Channels.Telegram;

/// <summary>Values that may be of another kind than expected: then they are null.</summary>
internal static class JsonValues
{
    private static readonly string[] Languages = ["ru", "kk", "en"];

    public static long? TryGetInt64OrNull(this ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;

    public static string? GetStringOrNull(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
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
            if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(language))
            {
                return language;
            }
        }

        return reader.GetStringOrNull();
    }
}
