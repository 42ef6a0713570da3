using System.Text.Json.Serialization;

namespace Bot.Channels.DirectLine.Protocol;

/// <param name="Start">Not of the protocol: what <c>/chat?start=…</c> was opened with.</param>
/// <param name="Kiosk">Not of the protocol: the next person at a tablet in an office, whom no cookie shall know again.</param>
internal sealed record TokenRequest(string? Start, bool Kiosk = false);

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
