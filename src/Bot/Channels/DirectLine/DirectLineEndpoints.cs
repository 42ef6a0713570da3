using Microsoft.AspNetCore.Mvc;

namespace Bot.Channels.DirectLine;

/// <summary>Direct Line 3.0, as far as Web Chat and plain clients use it.</summary>
internal static class DirectLineEndpoints
{
    private const int BodyLimit = 256 * 1024;

    public static void MapDirectLineProtocol(this IEndpointRouteBuilder routes)
    {
        var tokens = routes.ServiceProvider.GetRequiredService<TokenHandler>();
        var conversations = routes.ServiceProvider.GetRequiredService<ConversationHandler>();
        var all = routes.MapGroup("/v3/directline").AddEndpointFilter<FailureFilter>().WithMetadata(new RequestSizeLimitAttribute(BodyLimit)).ExcludeFromDescription();
        all.MapPost("/tokens/generate", (Delegate)tokens.GenerateAsync).AddEndpointFilter<SameOriginFilter>();
        var withToken = all.MapGroup("").AddEndpointFilter<TokenFilter>();
        withToken.MapPost("/tokens/refresh", (Delegate)tokens.Refresh);
        withToken.MapPost("/conversations", (Delegate)conversations.BeginAsync);
        withToken.MapGet("/conversations/{id}", (Delegate)conversations.ReconnectAsync);
        withToken.MapGet("/conversations/{id}/stream", (Delegate)conversations.StreamAsync);
        withToken.MapGet("/conversations/{id}/activities", (Delegate)conversations.ReadAsync);
        withToken.MapPost("/conversations/{id}/activities", (Delegate)conversations.PostAsync);
    }
}
