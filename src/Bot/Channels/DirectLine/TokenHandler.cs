using System.Text.RegularExpressions;
using Bot.Channels.DirectLine.Protocol;
using Bot.Invitations.Places;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Channels.DirectLine;

/// <summary>Gives out tokens: a conversation begins with one, and lasts as long as it is renewed.</summary>
internal sealed partial class TokenHandler(DirectLineTokens tokens, PersonCookie person, PlaceCodes places)
{
    public async Task<IResult> GenerateAsync(HttpContext http)
    {
        var request = await http.Request.ReadBodyAsync(DirectLineJson.Default.TokenRequest, http.RequestAborted);
        var start = request?.Start;
        if (start is not null && !StartPayload().IsMatch(start))
            return DirectLineErrors.BadStart;
        var isKiosk = request is { Kiosk: true } && start is not null && places.Read(start) is not null;
        return Answer(tokens.New(isKiosk ? PersonCookie.New() : person.Identify(http), start));
    }

    public IResult Refresh(HttpContext http) => Answer(tokens.Renew(TokenFilter.ClaimsOf(http)));

    private JsonHttpResult<ConversationBody> Answer(TokenClaims claims) => TypedResults.Json(
        new ConversationBody(claims.Conversation, tokens.Write(claims), tokens.LifetimeSeconds), DirectLineWriter.Json.ConversationBody);

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex StartPayload();
}
