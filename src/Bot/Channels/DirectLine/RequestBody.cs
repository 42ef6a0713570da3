using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Channels.DirectLine;

internal static class RequestBody
{
    /// <summary>The body, whatever content type it claims; null where there is none.</summary>
    /// <exception cref="JsonException">It is not the JSON that is expected.</exception>
    public static async Task<T?> ReadBodyAsync<T>(this HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var hasBody = request.ContentLength > 0
            || request.ContentLength is null && request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true };
        return hasBody ? await JsonSerializer.DeserializeAsync(request.Body, type, cancellationToken) : null;
    }
}
