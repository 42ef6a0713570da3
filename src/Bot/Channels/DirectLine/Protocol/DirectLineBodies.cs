using System.Text.Json.Serialization;

namespace Bot.Channels.DirectLine.Protocol;

/// <param name="Start">Not of the protocol: what <c>/chat?start=…</c> was opened with.</param>
internal sealed record TokenRequest(string? Start);

internal sealed record ConversationRequest(string? Locale);

/// <param name="ExpiresIn">Seconds.</param>
internal sealed record ConversationBody(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null);

internal sealed record ActivitySet(IReadOnlyList<Activity> Activities, string Watermark);

internal sealed record ResourceBody(string Id);

internal sealed record ErrorBody(ErrorDetail Error);

internal sealed record ErrorDetail(string Code, string Message);
