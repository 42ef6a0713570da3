using Bot.Persistence.Entities;

namespace Bot.Campaigns;

/// <summary>What the page shows of a campaign in each state.</summary>
internal sealed class CampaignBody(CampaignHtml html, CampaignTexts says, CampaignViews views, CampaignForecast forecast, CampaignLists lists, CampaignRuns runs)
{
    private const int MostFaults = CampaignHtml.MostFaults + 1;

    /// <summary>How many people a file that is being read here will bring; null: none is.</summary>
    public int? TotalOf(long campaign) => runs.Total(campaign);

    /// <returns>The body, and whether it changes by itself soon.</returns>
    public async Task<(string Body, bool Refreshes)> OfAsync(CampaignView view, int? total, CampaignVisit visit, string? error, CancellationToken cancellationToken)
    {
        var (id, token, language) = (view.Row.Id, visit.Token, visit.Language);
        return view.Row.State switch
        {
            CampaignState.Reading => (html.Reading(view, total, language), total is not null),
            CampaignState.Faulty => (html.Faulty(view, await views.FaultsAsync(id, MostFaults, cancellationToken), token, language), false),
            CampaignState.Draft => (html.Draft(view, await forecast.FindAsync(view.Row, cancellationToken), token, language, error), false),
            _ => (html.Sent(view, lists.MayRemind(view.Row), token, language, error), false),
        };
    }

    public async Task<string> QuestionAsync(CampaignView view, string act, string language, CancellationToken cancellationToken) => act is CampaignForms.Send
        ? says.Format("send_confirm", language, ("n", (await forecast.FindAsync(view.Row, cancellationToken)).Reach.Invited))
        : says.Get(act + "_confirm", language);
}
