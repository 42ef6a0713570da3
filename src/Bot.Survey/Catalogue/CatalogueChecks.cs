namespace Bot.Survey.Catalogue;

/// <summary>Finds what is wrong between the entries of a catalogue: ids that are doubled or lead nowhere, gaps.</summary>
internal static class CatalogueChecks
{
    public static IEnumerable<CatalogueFault> Of(ServiceCatalogue catalogue) =>
    [
        .. Doubled(CatalogueReader.ServicesFile, catalogue.Services.Select(service => service.Id)),
        .. Doubled(CatalogueReader.ServicesFile, catalogue.Services.Where(service => service.Code is not null && service.Code != service.Id).Select(service => service.Code!)),
        .. Doubled(CatalogueReader.ProvidersFile, catalogue.Providers.Select(provider => provider.Id)),
        .. Doubled(CatalogueReader.RegionsFile, catalogue.Regions.Select(region => region.Id)),
        .. catalogue.Services.SelectMany(service => OfService(service, catalogue)),
        .. OfPopular(catalogue.Services),
        .. OfAmbiguous(catalogue),
    ];

    private static IEnumerable<CatalogueFault> Doubled(string file, IEnumerable<string> ids) =>
        ids.Where(id => id.Length > 0).GroupBy(id => id).Where(same => same.Count() > 1)
            .Select(same => new CatalogueFault(file, same.Key, "stands more than once"));

    private static IEnumerable<CatalogueFault> OfService(Service service, ServiceCatalogue catalogue)
    {
        foreach (var (where, problem) in OfProviders(service, catalogue).Concat(OfForms(service)).Concat(OfChannels(service, catalogue)))
        {
            yield return new CatalogueFault(CatalogueReader.ServicesFile, $"{service.Id}.{where}", problem);
        }
    }

    private static IEnumerable<(string Where, string Problem)> OfProviders(Service service, ServiceCatalogue catalogue)
    {
        foreach (var (form, zones) in service.Providers)
        {
            foreach (var (zone, provider) in zones)
            {
                var where = $"providers.{form.Id()}.{zone}";
                if (zone != Zones.Whole && !Zones.Of(form).Contains(zone))
                {
                    yield return (where, $"is no zone of this form: {Zones.Whole}, or {string.Join(" and ", Zones.Of(form))}");
                }

                if (provider.Length > 0 && catalogue.FindProvider(provider) is null)
                {
                    yield return (where, $"unknown provider «{provider}»");
                }
            }

            if (!service.Has(form))
            {
                yield return ($"providers.{form.Id()}", "the service is not given in this form");
            }
        }
    }

    private static IEnumerable<(string Where, string Problem)> OfForms(Service service)
    {
        if (service.Forms.Count == 0)
        {
            yield return ("forms", "no form at all");
        }

        if (service.Forms.Distinct().Count() < service.Forms.Count)
        {
            yield return ("forms", "a form stands more than once");
        }

        foreach (var form in service.Forms.Distinct())
        {
            foreach (var zone in Zones.Of(form).Where(zone => service.ProviderOf(form, zone) is null))
            {
                yield return ($"providers.{form.Id()}", $"nobody answers for the zone {zone}");
            }
        }
    }

    private static IEnumerable<(string Where, string Problem)> OfChannels(Service service, ServiceCatalogue catalogue)
    {
        var reached = new HashSet<ServiceForm>();
        foreach (var channel in service.Channels)
        {
            if (catalogue.FormOf(channel) is not { } form)
            {
                yield return ("channels", $"unknown channel «{channel}»");
            }
            else if (!service.Has(form))
            {
                yield return ("channels", $"«{channel}» leads to the form {form.Id()}, in which the service is not given");
            }
            else
            {
                reached.Add(form);
            }
        }

        if (service.Channels.Distinct().Count() < service.Channels.Count)
        {
            yield return ("channels", "a channel stands more than once");
        }

        foreach (var form in service.Forms.Distinct().Where(form => !reached.Contains(form)))
        {
            yield return ("channels", $"none leads to the form {form.Id()}");
        }
    }

    private static IEnumerable<CatalogueFault> OfPopular(IReadOnlyList<Service> services)
    {
        var places = services.Where(service => service.Popular is not null).OrderBy(service => service.Popular).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i].Popular != i + 1)
            {
                yield return new CatalogueFault(CatalogueReader.ServicesFile, $"{places[i].Id}.popular", $"must be {i + 1}: the places run from 1 without gap or tie");
                yield break;
            }
        }
    }

    private static IEnumerable<CatalogueFault> OfAmbiguous(ServiceCatalogue catalogue) =>
        from name in catalogue.AmbiguousNames
        from region in name.Regions
        where catalogue.FindRegion(region) is null
        select new CatalogueFault(CatalogueReader.RegionsFile, $"{name.Id}.regions", $"unknown region «{region}»");
}
