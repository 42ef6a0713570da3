using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Api;

/// <summary>The filter of a request for scores.</summary>
internal sealed record ScoreQuery(
    [property: FromQuery(Name = "form"), Description("electronic, paper or proactive; all where it is missing.")] string? Form,
    [property: FromQuery(Name = "region"), Description("Id of a region, or unknown; all where it is missing.")] string? Region,
    [property: FromQuery(Name = "from"), Description("First day, yyyy-MM-dd.")] string? From,
    [property: FromQuery(Name = "to"), Description("Last day, yyyy-MM-dd.")] string? To)
{
    /// <summary>The filter, or what is wrong with it by parameter.</summary>
    public bool TryRead(ServiceCatalogue catalogue, out ScoreFilter filter, [NotNullWhen(false)] out Dictionary<string, string[]>? faults)
    {
        faults = [];
        if (Form is not null && !ServiceForms.TryParse(Form, out _))
            faults["form"] = [$"allowed: {string.Join(", ", ServiceForms.All.Select(f => f.Id()))}"];
        if (Region is not null && Region != Survey.Catalogue.Region.Unknown && catalogue.FindRegion(Region) is null)
            faults["region"] = [$"allowed: {string.Join(", ", catalogue.Regions.Select(r => r.Id))}, {Survey.Catalogue.Region.Unknown}"];
        var (from, to) = QueryDays.Read(From, To, faults);
        filter = new ScoreFilter(Form, Region, from, to);
        if (faults.Count > 0)
            return false;
        faults = null;
        return true;
    }
}
