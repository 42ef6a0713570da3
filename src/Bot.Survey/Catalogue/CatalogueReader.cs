namespace Bot.Survey.Catalogue;

/// <summary>Turns the three files into objects and notes every fault that shows in an entry by itself.</summary>
internal sealed class CatalogueReader(List<CatalogueFault> faults)
{
    public const string ServicesFile = "services.json";
    public const string ProvidersFile = "providers.json";
    public const string RegionsFile = "regions.json";

    public IReadOnlyList<Provider> Providers(string json) =>
        [.. CatalogueNode.Parse(json, ProvidersFile, faults).At("providers").Items().Select(ReadProvider)];

    public (IReadOnlyList<Region> Regions, IReadOnlyList<AmbiguousName> Ambiguous) Regions(string json)
    {
        var root = CatalogueNode.Parse(json, RegionsFile, faults);
        return ([.. root.At("regions").Items().Select(ReadRegion)], [.. root.At("ambiguous").Items().Select(ReadAmbiguous)]);
    }

    public (IReadOnlyList<Service> Services, IReadOnlyDictionary<string, ServiceForm> Channels) Services(string json)
    {
        var root = CatalogueNode.Parse(json, ServicesFile, faults);
        return ([.. root.At("services").Items().Select(ReadService)], ReadChannels(root.At("channels")));
    }

    private static Provider ReadProvider(CatalogueNode item)
    {
        var (id, node) = item.Identified();
        return new Provider(id, node.At("name").Names(), node.At("short").Names(), node.At("byRegion").Flag());
    }

    private static Region ReadRegion(CatalogueNode item)
    {
        var (id, node) = item.Identified();
        if (id == Region.Unknown)
        {
            node.Fault("this id is kept for responses whose region is not known");
        }

        return new Region(id, node.At("name").Names(), node.At("aliases").Aliases());
    }

    private static AmbiguousName ReadAmbiguous(CatalogueNode item)
    {
        var (id, node) = item.Identified();
        return new AmbiguousName(id, node.At("aliases").Texts(), node.At("regions").Texts(), node.At("ask").Names());
    }

    private static Dictionary<string, ServiceForm> ReadChannels(CatalogueNode node)
    {
        var channels = new Dictionary<string, ServiceForm>();
        foreach (var (name, options) in node.Members())
        {
            var form = ReadForm(name, options);
            foreach (var option in options.Texts().Where(option => !channels.TryAdd(option, form)))
            {
                options.Fault($"«{option}» is listed twice");
            }
        }

        return channels;
    }

    private static Service ReadService(CatalogueNode item)
    {
        var (id, node) = item.Identified();
        return new Service
        {
            Id = id,
            Code = ReadCode(node.At("code")),
            Section = node.At("section").Text(),
            Name = node.At("name").Names(),
            ShortName = node.At("short").Names(),
            Aliases = node.At("aliases").Aliases(),
            Forms = [.. node.At("forms").Items().Select(form => ReadForm(form.Text(), form))],
            Paid = ReadPaid(node.At("paid")),
            Providers = ReadProviders(node.At("providers")),
            Recipients = node.At("recipients") is { IsNothing: false } recipients ? recipients.Texts() : [],
            Deadlines = node.At("deadline") is { IsNothing: false } deadlines ? [.. deadlines.Items().Select(ReadDeadline)] : [],
            Channels = node.At("channels").Texts(),
            Popular = node.At("popular") is { IsNothing: false } popular ? popular.Positive() : null,
        };
    }

    private static string? ReadCode(CatalogueNode node)
    {
        var code = node.OptionalText();
        if (code is not null && (code.Length is < 6 or > 8 || !code.All(char.IsAsciiDigit)))
        {
            node.Fault("must be 6 to 8 digits, or null");
        }

        return code;
    }

    private static ServiceForm ReadForm(string id, CatalogueNode node)
    {
        if (!ServiceForms.TryParse(id, out var form))
        {
            node.Fault($"«{id}» is none of electronic, paper, proactive");
        }

        return form;
    }

    private static PaidKind ReadPaid(CatalogueNode node)
    {
        switch (node.Text())
        {
            case "yes": return PaidKind.Yes;
            case "no": return PaidKind.No;
            case "depends": return PaidKind.Depends;
            default:
                node.Fault("must be yes, no or depends");
                return PaidKind.Depends;
        }
    }

    private static Dictionary<ServiceForm, IReadOnlyDictionary<string, string>> ReadProviders(CatalogueNode node)
    {
        var providers = new Dictionary<ServiceForm, IReadOnlyDictionary<string, string>>();
        foreach (var (name, zones) in node.Members())
        {
            providers[ReadForm(name, zones)] = zones.Members().ToDictionary(zone => zone.Name, zone => zone.Node.Text());
        }

        return providers;
    }

    private static Deadline ReadDeadline(CatalogueNode node) =>
        new(node.At("case").Text(), node.At("value").Positive(), ReadUnit(node.At("unit")));

    private static DeadlineUnit ReadUnit(CatalogueNode node)
    {
        switch (node.Text())
        {
            case "minute": return DeadlineUnit.Minute;
            case "hour": return DeadlineUnit.Hour;
            case "working_day": return DeadlineUnit.WorkingDay;
            case "calendar_day": return DeadlineUnit.CalendarDay;
            default:
                node.Fault("must be minute, hour, working_day or calendar_day");
                return DeadlineUnit.WorkingDay;
        }
    }
}
