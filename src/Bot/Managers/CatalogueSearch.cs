using Bot.Survey.Catalogue;

namespace Bot.Managers;

/// <summary>Finds regions, services and providers by the same words.</summary>
internal sealed class CatalogueSearch(ServiceSearch services, ProviderSearch providers, RegionSearch regions)
{
    public IEnumerable<(ScopeKind Kind, string Id, LocalText Name)> Find(string words)
    {
        var (service, provider, region) = (ScopeKind.Every[0], ScopeKind.Every[1], ScopeKind.Every[2]);
        return regions.Find(words).Matches.Select(match => (region, match.Region.Id, match.Region.Name))
            .Concat(services.Find(words).Select(match => (service, match.Service.Id, match.Service.ShortName)))
            .Concat(providers.Find(words).Select(found => (provider, found.Id, found.ShortName)));
    }
}
