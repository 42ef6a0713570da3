using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Bot.Survey.Catalogue;

/// <summary>The services that are rated, who is answerable for them, and the regions. Immutable.</summary>
public sealed class ServiceCatalogue
{
    private readonly FrozenDictionary<string, Service> _services;
    private readonly FrozenDictionary<string, Provider> _providers;
    private readonly FrozenDictionary<string, Region> _regions;
    private readonly FrozenDictionary<string, ServiceForm> _channels;

    private ServiceCatalogue(
        (IReadOnlyList<Service> Services, IReadOnlyDictionary<string, ServiceForm> Channels) services,
        IReadOnlyList<Provider> providers,
        (IReadOnlyList<Region> Regions, IReadOnlyList<AmbiguousName> Ambiguous) regions)
    {
        Services = services.Services;
        Channels = [.. services.Channels.Keys];
        Providers = providers;
        Regions = regions.Regions;
        AmbiguousNames = regions.Ambiguous;
        _services = Services.DistinctBy(service => service.Id).ToFrozenDictionary(service => service.Id);
        _providers = Providers.DistinctBy(provider => provider.Id).ToFrozenDictionary(provider => provider.Id);
        _regions = Regions.DistinctBy(region => region.Id).ToFrozenDictionary(region => region.Id);
        _channels = services.Channels.ToFrozenDictionary();
        Popular = [.. Services.Where(service => service.Popular is not null).OrderBy(service => service.Popular)];
    }

    /// <summary>All services, in the order of the file.</summary>
    public IReadOnlyList<Service> Services { get; }

    /// <summary>The services that are offered first, most asked for first.</summary>
    public IReadOnlyList<Service> Popular { get; }

    /// <summary>All providers, in the order of the file.</summary>
    public IReadOnlyList<Provider> Providers { get; }

    /// <summary>All regions, in the order of the file.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>The names that more than one region answers to.</summary>
    public IReadOnlyList<AmbiguousName> AmbiguousNames { get; }

    /// <summary>All options of the question «channel», form by form.</summary>
    public IReadOnlyList<string> Channels { get; }

    /// <summary>The service with that id, or null.</summary>
    public Service? FindService(string id) => _services.GetValueOrDefault(id);

    /// <summary>The provider with that id, or null.</summary>
    public Provider? FindProvider(string id) => _providers.GetValueOrDefault(id);

    /// <summary>The region with that id, or null; also null for <see cref="Region.Unknown"/>.</summary>
    public Region? FindRegion(string id) => _regions.GetValueOrDefault(id);

    /// <summary>The form that follows from an option of the question «channel»; null where there is no such option.</summary>
    public ServiceForm? FormOf(string channel) => _channels.TryGetValue(channel, out var form) ? form : null;

    /// <summary>Reads the catalogue from the contents of its three files.</summary>
    /// <exception cref="FormatException">The files have faults; the message lists all of them, a line each.</exception>
    public static ServiceCatalogue Parse(string servicesJson, string providersJson, string regionsJson) =>
        TryParse(servicesJson, providersJson, regionsJson, out var catalogue, out var faults)
            ? catalogue
            : throw new FormatException(string.Join('\n', faults));

    /// <summary>Reads the catalogue, or says everything that is wrong with it.</summary>
    public static bool TryParse(
        string servicesJson,
        string providersJson,
        string regionsJson,
        [NotNullWhen(true)] out ServiceCatalogue? catalogue,
        out IReadOnlyList<CatalogueFault> faults)
    {
        var found = new List<CatalogueFault>();
        var reader = new CatalogueReader(found);
        var read = new ServiceCatalogue(reader.Services(servicesJson), reader.Providers(providersJson), reader.Regions(regionsJson));
        if (found.All(fault => fault.Where.Length > 0))
        {
            found.AddRange(CatalogueChecks.Of(read));
        }

        (catalogue, faults) = (found.Count == 0 ? read : null, found);
        return catalogue is not null;
    }

    /// <summary>Everything that is wrong with the three files; empty when <see cref="Parse"/> accepts them.</summary>
    public static IReadOnlyList<CatalogueFault> Faults(string servicesJson, string providersJson, string regionsJson)
    {
        TryParse(servicesJson, providersJson, regionsJson, out _, out var faults);
        return faults;
    }
}
