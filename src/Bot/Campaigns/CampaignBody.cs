using Bot.Persistence.Entities;

namespace Bot.Campaigns;

/// <summary>What the page shows of a campaign in each state.</summary>
internal sealed class CampaignBody(CampaignHtml html, CampaignTexts says, CampaignViews views, CampaignForecast forecast, CampaignLists lists, CampaignRuns runs)
{
    private const int MostFaults = CampaignHtml.MostFaults + 1;

    /// <summary>How many people a file that is being read here will bring; null: none is.</summary>
    public int? TotalOf(long campaign) => runs.Total(campaign);

    /// <returns>The body, and whether it changes by itself soon.</returns>
    public async Task<(string Body, bool Refreshes)> OfAsync(CampaignView view, int? total, CampaignVisit visit, WrongForm wrong, CancellationToken cancellationToken)
    {
        var (id, token, language) = (view.Row.Id, visit.Token, visit.Language);
        return view.Row.State switch
        {
            CampaignState.Reading => (html.Reading(view, total, language), total is not null),
            CampaignState.Faulty => (html.Faulty(view, await views.FaultsAsync(id, MostFaults, cancellationToken), token, language), false),
            CampaignState.Draft => (html.Draft(view, await forecast.FindAsync(view.Row, cancellationToken), token, language, wrong), false),
            _ => (html.Sent(view, lists.MayRemind(view.Row), token, language, wrong), false),
        };
    }

    public async Task<string> QuestionAsync(CampaignView view, string act, string language, CancellationToken cancellationToken) => act is CampaignForms.Send
        ? says.Confirm(await forecast.FindAsync(view.Row, cancellationToken), language)
        : says.Get(act + "_confirm", language);
}

/// <summary>A form that could not be done as it was sent.</summary>
/// <param name="Error">What is wrong; null: nothing, or nothing was sent.</param>
/// <param name="Targets">What was typed as targets, to be mended.</param>
internal sealed record WrongForm(string? Error = null, string Targets = "");
