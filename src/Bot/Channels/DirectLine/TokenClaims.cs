using System.Text.Json.Serialization;

namespace Bot.Channels.DirectLine;

/// <summary>What a Direct Line token says. Named as in Microsoft's own tokens: the client reads <c>user</c>.</summary>
/// <param name="Conversation">Id of the Direct Line conversation.</param>
/// <param name="Person">The person behind it: the chat's id of the survey.</param>
/// <param name="Expires">Seconds since 1970.</param>
/// <param name="Start">Payload that the conversation begins with, until it is used; null: none.</param>
internal sealed record TokenClaims(
    [property: JsonPropertyName("conv")] string Conversation,
    [property: JsonPropertyName("user")] string Person,
    [property: JsonPropertyName("exp")] long Expires,
    [property: JsonPropertyName("start")] string? Start = null);
