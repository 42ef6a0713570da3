using Bot.Channels.DirectLine;
using Bot.Survey.Dialogs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Channels.Page;

/// <summary>Pages as answers to requests, with the headers that they carry.</summary>
internal sealed class PageAnswers(PageHtml html, PageNotices notices, WebTexts texts)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public IResult Show(HttpContext http, PagePlace place, PageView view) =>
        Show(http, place, view, notices.Open(http.Request.Query[PageNotices.Field], view));

    public IResult Tell(HttpContext http, PagePlace place, PageView view, Card told) => Page(http, html.Command(place, view, told));

    /// <summary>To a GET, so that the browser's Back and Reload send nothing again; but where no cookie came back, the forms must carry the person on.</summary>
    public IResult LeadOn(HttpContext http, PageOutcome outcome)
    {
        if (outcome.Place.Carried is not null)
            return Show(http, outcome.Place, outcome.View, outcome.Notice);
        var notice = outcome.Notice is { } said ? $"?{PageNotices.Field}={notices.Seal(said, outcome.View)}" : "";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = outcome.Place.Url + notice;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    public IResult Refuse(HttpContext http, int status, string key) => Page(http, html.Refusal(key, LanguageOf(http)), status);

    private IResult Show(HttpContext http, PagePlace place, PageView view, string? notice) => view switch
    {
        { Card: { } card } => Page(http, html.Survey(place, view, card, notice)),
        _ when notice is not null => Page(http, html.Plain(notice, LanguageOf(http))),
        { Status: PageStatus.Expired } => Refuse(http, StatusCodes.Status410Gone, "page.expired"),
        { Status: PageStatus.Erased } => Refuse(http, StatusCodes.Status410Gone, "invite.erased"),
        { Status: PageStatus.Full } => Refuse(http, StatusCodes.Status410Gone, "invite.full"),
        _ => Refuse(http, StatusCodes.Status410Gone, "page.used"),
    };

    private static ContentHttpResult Page(HttpContext http, string content, int status = StatusCodes.Status200OK)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        return TypedResults.Content(content, "text/html; charset=utf-8", statusCode: status);
    }

    private string LanguageOf(HttpContext http) => texts.LanguageOf(http.Request).Code;
}
