using System.Text.RegularExpressions;
using Bot.Channels.DirectLine.Protocol;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Channels.DirectLine;

/// <summary>Gives out tokens: a conversation begins with one, and lasts as long as it is renewed.</summary>
internal sealed partial class TokenHandler(DirectLineTokens tokens, PersonCookie person)
{
    public async Task<IResult> GenerateAsync(HttpContext http)
    {
        var start = (await http.Request.ReadBodyAsync(DirectLineJson.Default.TokenRequest, http.RequestAborted))?.Start;
        return start is null || StartPayload().IsMatch(start) ? Answer(tokens.New(person.Identify(http), start)) : DirectLineErrors.BadStart;
    }

    public IResult Refresh(HttpContext http) => Answer(tokens.Renew(TokenFilter.ClaimsOf(http)));

    private JsonHttpResult<ConversationBody> Answer(TokenClaims claims) => TypedResults.Json(
        new ConversationBody(claims.Conversation, tokens.Write(claims), tokens.LifetimeSeconds), DirectLineWriter.Json.ConversationBody);

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex StartPayload();
}
