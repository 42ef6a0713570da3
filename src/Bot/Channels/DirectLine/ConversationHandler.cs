using Bot.Channels.DirectLine.Protocol;
using Bot.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Channels.DirectLine;

/// <summary>What a client does in a conversation. The token was checked before.</summary>
internal sealed class ConversationHandler(
    DirectLineTokens tokens, DirectLineConversations conversations, DirectLineTurns turns, DirectLineStream stream, PublicAddress address, WebTexts texts)
{
    public async Task<IResult> BeginAsync(HttpContext http)
    {
        var claims = TokenFilter.ClaimsOf(http);
        var request = await http.Request.ReadBodyAsync(DirectLineJson.Default.ConversationRequest, http.RequestAborted);
        var conversation = conversations.Get(claims, out var isNew);
        await turns.OpenAsync(conversation, claims.Start, request?.Locale ?? Locale(http), watermark: null);
        return Answer(http, claims, watermark: null, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    public async Task<IResult> ReconnectAsync(HttpContext http)
    {
        var (claims, _, watermark) = await ComeBackAsync(http);
        return Answer(http, claims, watermark, StatusCodes.Status200OK);
    }

    public async Task<IResult> StreamAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
            return DirectLineErrors.NoSocket;
        var (_, conversation, watermark) = await ComeBackAsync(http);
        await stream.RunAsync(http, conversation, watermark);
        return Results.Empty;
    }

    public async Task<IResult> ReadAsync(HttpContext http)
    {
        var (_, conversation, watermark) = await ComeBackAsync(http);
        var (activities, last) = conversation.Transcript.Read(watermark);
        return TypedResults.Json(new ActivitySet(activities, Watermark.Write(last)), DirectLineWriter.Json.ActivitySet);
    }

    public async Task<IResult> PostAsync(HttpContext http)
    {
        var sent = await http.Request.ReadBodyAsync(DirectLineJson.Default.Activity, http.RequestAborted);
        if (sent is null)
            return DirectLineErrors.BadSyntax;
        if (string.IsNullOrEmpty(sent.Type))
            return DirectLineErrors.NoType;
        if (sent.Type != "message")
            return Taken(Guid.NewGuid().ToString("N"));
        if (SentActivity.Payload(sent) is not { } payload)
            return DirectLineErrors.NoContent;
        var conversation = conversations.Get(TokenFilter.ClaimsOf(http), out _);
        var id = await turns.PostAsync(conversation, sent, payload, address.Of(http.Request));
        return id is null ? DirectLineErrors.TooFast(texts.Get(texts.LanguageOf(http.Request), "error.too_fast")) : Taken(id);
    }

    /// <summary>Somebody who was here before, perhaps before a restart: the conversation is rebuilt where it is gone.</summary>
    private async Task<(TokenClaims Claims, DirectLineConversation Conversation, long? Watermark)> ComeBackAsync(HttpContext http)
    {
        var claims = TokenFilter.ClaimsOf(http);
        var watermark = Watermark.Read(http.Request.Query["watermark"]);
        var conversation = conversations.Get(claims, out _);
        await turns.OpenAsync(conversation, claims.Start, Locale(http), watermark);
        return (claims, conversation, watermark);
    }

    private JsonHttpResult<ConversationBody> Answer(HttpContext http, TokenClaims claims, long? watermark, int status)
    {
        var renewed = tokens.Renew(claims);
        var token = tokens.Write(renewed);
        var place = new UriBuilder(address.Of(http.Request));
        place.Scheme = place.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        place.Path = $"/v3/directline/conversations/{claims.Conversation}/stream";
        place.Query = $"t={token}" + (watermark is { } seen ? $"&watermark={Watermark.Write(seen)}" : "");
        return TypedResults.Json(
            new ConversationBody(claims.Conversation, token, tokens.LifetimeSeconds, place.Uri.AbsoluteUri), DirectLineWriter.Json.ConversationBody, statusCode: status);
    }

    private string Locale(HttpContext http) => texts.LanguageOf(http.Request).Code;

    private static JsonHttpResult<ResourceBody> Taken(string id) => TypedResults.Json(new ResourceBody(id), DirectLineWriter.Json.ResourceBody);
}
