using Bot.Conversations;
using Bot.Survey.Catalogue;

namespace Bot.Managers;

/// <summary>What one staff member may see of the scores.</summary>
internal sealed class ScoreAccess
{
    private readonly ServiceCatalogue _catalogue;
    private readonly HashSet<string> _services;

    private readonly bool _byRegion;

    /// <param name="staff">Who it is.</param>
    /// <param name="catalogue">All there is.</param>
    /// <param name="byRegion">Whether who sees services whole may ask for one region of them, as keys may: the cards lead to none.</param>
    public ScoreAccess(Staff staff, ServiceCatalogue catalogue, bool byRegion = false)
    {
        (_catalogue, _byRegion) = (catalogue, byRegion);
        Scope = staff.Role is StaffRole.Administrator ? StaffScope.Everything : StaffScope.Of(staff.Scope);
        PassesGate = staff.Role is StaffRole.Administrator;
        SeesSensitive = PassesGate || Scope.SeesSensitive;
        _services = [.. catalogue.Services.Where(IsSeenWhole).Select(service => service.Id)];
        Places = [.. _services.Count > 0 ? [default(ScorePlace)] : Array.Empty<ScorePlace>(), .. Scope.Regions.Select(region => new ScorePlace(region))];
    }

    public StaffScope Scope { get; }

    /// <summary>Whether the publish gate hides nothing.</summary>
    public bool PassesGate { get; }

    /// <summary>Whether the person sees the separate queue of sensitive comments.</summary>
    public bool SeesSensitive { get; }

    /// <summary>Where the person may look, the widest first: at all responses to some services, at the responses from a region.</summary>
    public IReadOnlyList<ScorePlace> Places { get; }

    /// <summary>Whether there is anything to see there.</summary>
    public bool Sees(ScorePlace place) =>
        Places.Contains(place.OfAllTime()) || ((Scope.IsEverything || (_byRegion && _services.Count > 0)) && place.Region is { } region && (region == Region.Unknown || _catalogue.FindRegion(region) is not null));

    public bool SeesService(string id, ScorePlace place) => Sees(place) && (_services.Contains(id) || (IsOwn(place.Region) && _catalogue.FindService(id) is not null));

    /// <summary>A provider's score counts services that may lie outside the scope: it is for those who answer for the provider.</summary>
    public bool SeesProvider(string id, ScorePlace place) =>
        Sees(place) && _catalogue.FindProvider(id) is not null && (Scope.IsEverything || IsOwn(place.Region) || Scope.Providers.Contains(id));

    private bool IsOwn(string? region) => region is not null && Scope.Regions.Contains(region);

    private bool IsSeenWhole(Service service) =>
        Scope.IsEverything || Scope.Services.Contains(service.Id) || service.Providers.Values.Any(zones => zones.Values.Any(Scope.Providers.Contains));
}
