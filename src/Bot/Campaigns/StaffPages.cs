using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bot.Channels.DirectLine;
using Bot.Conversations;
using Bot.Hosting.Keys;
using Bot.Survey.Localization;

namespace Bot.Campaigns;

/// <summary>Pages for staff who have signed in in the web chat of the same browser. They work without scripts.</summary>
internal sealed class StaffPages(PersonCookie cookie, ConversationIds conversations, ConversationStore store, SignedText signed, WebTexts web, PageAssets assets)
{
    /// <summary>Name of the field by which a form shows that it is ours.</summary>
    public const string FormToken = "form_token";

    private const string Policy = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private const int RefreshSeconds = 3;
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Html.Encode(text);

    /// <summary>Who looks at the page; without staff where nobody has signed in.</summary>
    public async Task<StaffVisit> VisitAsync(HttpContext http)
    {
        var language = web.LanguageOf(http.Request);
        if (cookie.Find(http.Request) is not { } person)
            return new StaffVisit(language, default, "", null);
        var key = new ConversationKey(ChannelNames.Web, person);
        var conversation = conversations.Of(key);
        return new StaffVisit(language, key, conversation, await store.StaffAsync(conversation, http.RequestAborted));
    }

    /// <summary>
    /// What a form of ours carries. The cookie goes along with links from other sites and no further (SameSite=Lax); a page of another site can
    /// neither read this nor make it, so that nothing is changed in a staff member's name by what they click elsewhere.
    /// </summary>
    public string TokenOf(StaffVisit visit) => signed.Seal("form-" + visit.ConversationId);

    public bool IsOwn(StaffVisit visit, string? token) => signed.Open(token) == "form-" + visit.ConversationId;

    /// <summary>Says who may see the page, and how to sign in.</summary>
    public IResult SignIn(HttpContext http, StaffVisit visit, string title) => Page(
        http, visit, web.Get(visit.Language, title),
        $"""
        <p>{Encode(web.Get(visit.Language, visit.Staff is null ? "coordinator.page.sign_in" : "error.no_access"))}</p>
        <p><a href="/chat?lang={visit.Language.Code}">{Encode(web.Get(visit.Language, "coordinator.page.chat"))}</a></p>
        """,
        visit.Staff is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden);

    /// <param name="refreshes">Whether the page is loaded again by itself after some seconds.</param>
    public IResult Page(HttpContext http, StaffVisit visit, string title, string body, int status = StatusCodes.Status200OK, bool refreshes = false)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.CacheControl = "no-store";
        var languages = string.Join(' ', web.Languages.Where(l => l != visit.Language)
            .Select(l => $"""<a href="?lang={l.Code}" lang="{l.Code}" hreflang="{l.Code}">{Encode(l.Name)}</a>"""));
        return TypedResults.Content($"""
            <!doctype html>
            <html lang="{visit.Language.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            {(refreshes ? $"""<meta http-equiv="refresh" content="{RefreshSeconds}">""" : "")}
            <title>{Encode(title)}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{assets.AddressOf("staff.css")}">
            </head>
            <body>
            <header><nav>{languages}</nav></header>
            <main>
            <h1>{Encode(title)}</h1>
            {body}
            </main>
            </body>
            </html>
            """, "text/html; charset=utf-8", statusCode: status);
    }
}

/// <param name="Staff">Null: nobody has signed in in this browser.</param>
internal sealed record StaffVisit(Language Language, ConversationKey Conversation, string ConversationId, Staff? Staff);
