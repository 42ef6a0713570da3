using Bot.Channels.DirectLine;
using Bot.Conversations;

namespace Bot.Channels.Page;

/// <summary>Finds the conversation that a request is about: the invitation's, whose key is its token, or the browser's.</summary>
internal sealed class PagePlaces(PageLinks links, PersonCookie cookie, SignedText signed)
{
    /// <param name="http">The request.</param>
    /// <param name="token">The token in its address; null: none.</param>
    /// <param name="carried">The person's sealed id, as a form brought it; null: none.</param>
    /// <returns>Null where the token is none of ours.</returns>
    public async Task<PagePlace?> FindAsync(HttpContext http, string? token, string? carried)
    {
        var link = await links.FindAsync(token, http.RequestAborted);
        if (link is PageLink.Invited invited)
            return new PagePlace(token, link, new ConversationKey(ChannelNames.Page, invited.Token), Carried: null);
        if (link is null)
            return null;
        var known = cookie.Find(http.Request);
        var person = cookie.Identify(http, signed.Open(carried));
        return new PagePlace(token, link, new ConversationKey(ChannelNames.Page, person), known is null ? signed.Seal(person) : null);
    }
}
