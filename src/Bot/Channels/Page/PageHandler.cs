using Bot.Channels.DirectLine;

namespace Bot.Channels.Page;

/// <summary>Answers the requests for pages.</summary>
internal sealed class PageHandler(PagePlaces places, PageViews views, PageTurns turns, PageCommands commands, PageAnswers answers, WebTexts texts)
{
    /// <summary>Shows a page. Nothing is stored by it: programs look into links for a preview.</summary>
    public async Task<IResult> GetAsync(HttpContext http, string? token)
    {
        if (await places.FindAsync(http, token, carried: null) is not { } place)
            return answers.Refuse(http, StatusCodes.Status404NotFound, "page.unknown");
        var language = texts.LanguageOf(http.Request).Code;
        var view = await views.LookAsync(place, language);
        return http.Request.Query["show"] is [{ } name] && view.Card is not null
            && await commands.TellAsync(name, place.Key, await views.LanguageAsync(place.Key) ?? language, http.RequestAborted) is { } told
            ? answers.Tell(http, place, view, told)
            : answers.Show(http, place, view);
    }

    /// <summary>Takes a form.</summary>
    public async Task<IResult> PostAsync(HttpContext http, string? token)
    {
        var form = await PageForm.ReadAsync(http.Request, http.RequestAborted);
        return await places.FindAsync(http, token, form.Carried) is { } place
            ? answers.LeadOn(http, await turns.TakeAsync(place, form, texts.LanguageOf(http.Request).Code))
            : answers.Refuse(http, StatusCodes.Status404NotFound, "page.unknown");
    }
}
