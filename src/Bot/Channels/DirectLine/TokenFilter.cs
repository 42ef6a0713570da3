using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Channels.DirectLine;

/// <summary>Lets a request pass that carries a good token of the conversation it asks for.</summary>
internal sealed class TokenFilter(DirectLineTokens tokens) : IEndpointFilter
{
    private const string Query = "t";

    /// <summary>What the token of a request that passed says.</summary>
    public static TokenClaims ClaimsOf(HttpContext context) => context.Features.GetRequiredFeature<TokenClaims>();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Token(http.Request) is not { Length: > 0 } token)
            return DirectLineErrors.NoToken;
        var status = tokens.Read(token, out var claims);
        if (status == TokenStatus.Expired)
            return DirectLineErrors.TokenExpired;
        if (status == TokenStatus.Bad || claims is null)
            return DirectLineErrors.BadToken;
        if (http.GetRouteValue("id") is string id && id != claims.Conversation)
            return DirectLineErrors.ForeignConversation;
        http.Features.Set(claims);
        return await next(context);
    }

    // A browser cannot give a WebSocket a header.
    private static string? Token(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? header.Parameter
            : request.HttpContext.WebSockets.IsWebSocketRequest ? request.Query[Query].ToString() : null;
}
