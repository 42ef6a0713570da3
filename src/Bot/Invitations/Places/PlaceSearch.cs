using Bot.Survey.Catalogue;

namespace Bot.Invitations.Places;

/// <summary>Finds what the code of a place can fix, by id or by words.</summary>
internal sealed class PlaceSearch(ServiceCatalogue catalogue, ServiceSearch services, RegionSearch regions)
{
    public Service? Service(string id) => catalogue.FindService(id);

    public Region? Region(string id) => catalogue.FindRegion(id);

    public IReadOnlyList<Service> Services(string words) => [.. services.Find(words).Select(match => match.Service)];

    public IReadOnlyList<Region> Regions(string words) => [.. regions.Find(words).Matches.Select(match => match.Region)];
}
