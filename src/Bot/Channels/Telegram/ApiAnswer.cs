using System.Text.Json;

namespace Bot.Channels.Telegram;

internal enum ApiOutcome
{
    Done,

    /// <summary>The message looks like that already.</summary>
    NotModified,

    /// <summary>There is no such message any more, or it cannot be edited.</summary>
    NoMessage,

    /// <summary>The person blocked the bot, is gone, or never was.</summary>
    Gone,

    /// <summary>Too many requests: not before <see cref="ApiAnswer.RetryAfter"/>.</summary>
    TooMany,

    /// <summary>No answer, or a server's error: it may have been done or not.</summary>
    Fault,

    /// <summary>Another error; the same call would fail again.</summary>
    Refused,
}

/// <summary>What the Bot API answered.</summary>
/// <param name="MessageId">The message that was sent, where one was.</param>
/// <param name="RetryAfter">How long to wait, after <see cref="ApiOutcome.TooMany"/>.</param>
/// <param name="Code">The error's code; 0 where there was no answer.</param>
/// <param name="Description">The error in Telegram's words.</param>
internal readonly record struct ApiAnswer(ApiOutcome Outcome, long? MessageId = null, TimeSpan RetryAfter = default, int Code = 0, string? Description = null)
{
    // A 429 without a time: no need to hurry.
    private const int DefaultRetryAfter = 5;

    public static ApiAnswer NoAnswer { get; } = new(ApiOutcome.Fault);

    /// <summary>Reads the body of a successful <c>sendMessage</c>.</summary>
    public static ApiAnswer Sent(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 2 && reader.Is("message_id"u8))
            {
                reader.Read();
                return new(ApiOutcome.Done, reader.GetInt64OrNull());
            }
        }

        return new(ApiOutcome.Done);
    }

    /// <summary>Reads the body of an error; a proxy's error page is no JSON.</summary>
    public static ApiAnswer Error(int status, ReadOnlySpan<byte> body)
    {
        string? description = null;
        long? retryAfter = null;
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                {
                    continue;
                }

                var isDescription = reader.Is("description"u8);
                var isRetryAfter = reader.Is("retry_after"u8);
                reader.Read();
                description = isDescription ? reader.GetStringOrNull() : description;
                retryAfter = isRetryAfter ? reader.GetInt64OrNull() : retryAfter;
            }
        }
        catch (JsonException)
        {
            description = null;
        }

        return Error(status, description, retryAfter);
    }

    public static ApiAnswer Error(int status, string? description, long? retryAfter)
    {
        var wait = TimeSpan.FromSeconds(Math.Clamp(retryAfter ?? DefaultRetryAfter, 1, int.MaxValue));
        return new(OutcomeOf(status, description ?? ""), RetryAfter: wait, Code: status, Description: description);
    }

    private static ApiOutcome OutcomeOf(int status, string description) => status switch
    {
        429 => ApiOutcome.TooMany,
        403 => ApiOutcome.Gone,
        >= 500 => ApiOutcome.Fault,
        400 when Says(description, "message is not modified") => ApiOutcome.NotModified,
        400 when Says(description, "message to edit not found") || Says(description, "message can't be edited") || Says(description, "MESSAGE_ID_INVALID") => ApiOutcome.NoMessage,
        400 when Says(description, "chat not found") || Says(description, "user is deactivated") => ApiOutcome.Gone,
        400 when Says(description, "query is too old") => ApiOutcome.Done,
        _ => ApiOutcome.Refused,
    };

    private static bool Says(string description, string words) => description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
