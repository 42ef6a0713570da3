using System.Text.Json;

namespace Bot.Tests.Channels.Telegram;

/// <summary>An answer of the fake Bot API.</summary>
internal sealed record FakeAnswer(int Status, string Body)
{
    public static FakeAnswer NotModified { get; } = Error(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same");

    public static FakeAnswer NotFound { get; } = Error(400, "Bad Request: message to edit not found");

    public static FakeAnswer Blocked { get; } = Error(403, "Forbidden: bot was blocked by the user");

    public static FakeAnswer ServerError { get; } = new(502, "<html>Bad Gateway</html>");

    public static FakeAnswer Ok(string result) => new(200, $$"""{"ok":true,"result":{{result}}}""");

    public static FakeAnswer Error(int code, string description) =>
        new(code, $$"""{"ok":false,"error_code":{{code}},"description":{{JsonSerializer.Serialize(description)}}}""");

    public static FakeAnswer TooMany(int retryAfter) =>
        new(429, $$$"""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {{{retryAfter}}}","parameters":{"retry_after":{{{retryAfter}}}}}""");
}
