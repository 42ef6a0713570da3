using System.Globalization;

namespace Bot.Campaigns;

/// <summary>One campaign on the page. A form that is done leads to a page that may be loaded again; a second press of it finds it done.</summary>
internal sealed class CampaignPage(StaffPages pages, CampaignHtml html, CampaignTexts says, CampaignViews views, CampaignBody bodies, CampaignForms forms)
{
    public Task<IResult> ShowAsync(HttpContext http, CampaignVisit visit, long id) => ShowAsync(http, visit, id, new WrongForm(), StatusCodes.Status200OK);

    /// <summary>Asks before what cannot be taken back.</summary>
    public async Task<IResult> AskAsync(HttpContext http, CampaignVisit visit, long id, string act)
    {
        if (!CampaignForms.IsAskedFirst(act) || await views.FindAsync(visit.Access, id, http.RequestAborted) is not { } view)
            return Gone(http, visit);
        var question = await bodies.QuestionAsync(view, act, visit.Language, http.RequestAborted);
        return pages.Page(http, visit.Visit, says.Title(view.Row, visit.Language), html.Confirm(view, act, question, visit.Token, visit.Language));
    }

    public async Task<IResult> ActAsync(HttpContext http, CampaignVisit visit, long id, string act)
    {
        if (await views.FindRowAsync(visit.Access, id, http.RequestAborted) is not { } campaign || !http.Request.HasFormContentType)
            return Gone(http, visit);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!pages.IsOwn(visit.Visit, form[StaffPages.FormToken]))
            return await ShowAsync(http, visit, id, new WrongForm(says.Get("page.form_expired", visit.Language), Targets(form)), StatusCodes.Status403Forbidden);
        if (await forms.ActAsync(visit, campaign, act, form, http.RequestAborted) is { } error)
            return await ShowAsync(http, visit, id, new WrongForm(error, Targets(form)), StatusCodes.Status422UnprocessableEntity);
        var next = act switch { CampaignForms.Plan => $"/{id}/ask/{CampaignForms.Send}", CampaignForms.Delete => "", _ => $"/{id}" };
        return TypedResults.Redirect(string.Create(CultureInfo.InvariantCulture, $"{CampaignPages.Root}{next}?lang={visit.Language}"));
    }

    private async Task<IResult> ShowAsync(HttpContext http, CampaignVisit visit, long id, WrongForm wrong, int status)
    {
        // Looked up first: a reading that ends between the two has ended in the database already.
        var total = bodies.TotalOf(id);
        if (await views.FindAsync(visit.Access, id, http.RequestAborted) is not { } view)
            return Gone(http, visit);
        var (body, refreshes) = await bodies.OfAsync(view, total, visit, wrong, http.RequestAborted);
        return pages.Page(http, visit.Visit, says.Title(view.Row, visit.Language), body, status, refreshes);
    }

    private static string Targets(IFormCollection form) => form[CampaignForms.Targets].ToString();

    private IResult Gone(HttpContext http, CampaignVisit visit) =>
        pages.Page(http, visit.Visit, says.Get("campaigns", visit.Language), html.Say("page.gone", visit.Language), StatusCodes.Status404NotFound);
}
