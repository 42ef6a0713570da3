namespace Bot.Campaigns;

/// <summary>The staff's page of campaigns: takes files, shows what is wrong with them and whom they reach, and steers. Files that no chat may carry come here.</summary>
internal sealed class CampaignPages(StaffPages pages, CampaignViews views, CampaignListPage list, CampaignPage campaign, CampaignPageFiles files)
{
    public const string Root = "/staff/campaigns";

    public void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(Root).ExcludeFromDescription();
        group.MapGet("", Task<IResult> (HttpContext http) => WithAsync(http, visit => list.ShowAsync(http, visit)));
        group.MapPost("", Task<IResult> (HttpContext http) => WithAsync(http, visit => list.UploadAsync(http, visit)));
        group.MapGet("/{id:long}", (HttpContext http, long id) => WithAsync(http, visit => campaign.ShowAsync(http, visit, id)));
        group.MapGet("/{id:long}/ask/{act}", (HttpContext http, long id, string act) => WithAsync(http, visit => campaign.AskAsync(http, visit, id, act)));
        group.MapPost("/{id:long}/{act}", (HttpContext http, long id, string act) => WithAsync(http, visit => campaign.ActAsync(http, visit, id, act)));
        group.MapGet("/{id:long}/{file}.csv", (HttpContext http, long id, string file) => WithAsync(http, visit => files.ServeAsync(http, visit, id, file)));
    }

    private async Task<IResult> WithAsync(HttpContext http, Func<CampaignVisit, Task<IResult>> serve)
    {
        var visit = await pages.VisitAsync(http);
        return CampaignAccess.IsGranted(visit.Staff) && visit.Staff is { } staff
            ? await serve(new CampaignVisit(visit, views.AccessOf(staff), pages.TokenOf(visit)))
            : pages.SignIn(http, visit, "coordinator.campaigns");
    }
}

/// <summary>A coordinator or administrator at a page.</summary>
/// <param name="Token">For the forms.</param>
internal sealed record CampaignVisit(StaffVisit Visit, CampaignAccess Access, string Token)
{
    public string Language => Visit.Language.Code;
}
