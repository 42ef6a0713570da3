using System.Globalization;
using Bot.Invitations;
using Bot.Persistence.Entities;

namespace Bot.Campaigns;

/// <summary>The files that the page gives, written as they are fetched.</summary>
internal sealed class CampaignPageFiles(CampaignViews views, CampaignLists lists, InvitationLinks links)
{
    private const string Csv = "text/csv; charset=utf-8";

    public async Task<IResult> ServeAsync(HttpContext http, CampaignVisit visit, long id, string file)
    {
        var cancellationToken = http.RequestAborted;
        if (await views.FindRowAsync(visit.Access, id, cancellationToken) is not { } campaign)
            return TypedResults.NotFound();
        var isSent = campaign.State is CampaignState.Running or CampaignState.Paused or CampaignState.Done or CampaignState.Stopped;
        Func<Stream, Task>? write = file switch
        {
            "faults" => stream => lists.WriteFaultsAsync(stream, visit.Access, id, visit.Language, cancellationToken),
            "links" when isSent => stream => lists.WriteLinksAsync(stream, visit.Access, id, token => links.Web(token, http.Request), cancellationToken),
            "reminders" when campaign.ReminderLists > 0 => stream => lists.WriteRemindersAsync(stream, visit.Access, id, token => links.Web(token, http.Request), cancellationToken),
            _ => null,
        };
        if (write is null)
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(write, Csv, string.Create(CultureInfo.InvariantCulture, $"{file}-{id}.csv"));
    }
}
