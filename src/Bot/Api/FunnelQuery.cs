using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bot.Invitations.Funnels;
using Bot.Survey.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Api;

/// <summary>What a request for a funnel counts.</summary>
internal sealed record FunnelQuery(
    [property: FromQuery(Name = "by"), Description("campaign, service, region, channel (message or link), opened (telegram, web, page) or language; the total alone where it is missing.")] string? By,
    [property: FromQuery(Name = "campaign"), Description("Id of a campaign; 0: receipts; all where it is missing.")] string? Campaign,
    [property: FromQuery(Name = "service"), Description("Id of a service; all where it is missing.")] string? Service,
    [property: FromQuery(Name = "from"), Description("First day of invitation, yyyy-MM-dd.")] string? From,
    [property: FromQuery(Name = "to"), Description("Last day of invitation, yyyy-MM-dd.")] string? To)
{
    private static readonly Dictionary<string, FunnelSplit> Splits =
        Enum.GetValues<FunnelSplit>().ToDictionary(split => split.ToString().ToLower(CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>The filter, or what is wrong with it by parameter.</summary>
    public bool TryRead(ServiceCatalogue catalogue, out FunnelFilter filter, out FunnelSplit? split, [NotNullWhen(false)] out Dictionary<string, string[]>? faults)
    {
        faults = [];
        if (By is not null && !Splits.ContainsKey(By))
            faults["by"] = [$"allowed: {string.Join(", ", Splits.Keys)}"];
        long? campaign = long.TryParse(Campaign, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        if (Campaign is not null && campaign is null)
            faults["campaign"] = ["must be the id of a campaign, or 0"];
        if (Service is not null && catalogue.FindService(Service) is null)
            faults["service"] = ["is no service of the catalogue"];
        split = By is not null && Splits.TryGetValue(By, out var by) ? by : null;
        var (from, to) = QueryDays.Read(From, To, faults);
        filter = new FunnelFilter(campaign, Service, from, to);
        if (faults.Count > 0)
            return false;
        faults = null;
        return true;
    }
}
