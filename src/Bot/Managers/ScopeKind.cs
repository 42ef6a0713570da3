using Bot.Survey.Catalogue;

namespace Bot.Managers;

/// <summary>One of the three things a scope names: its letter in a button's data, its word in a scope, and what of it there is.</summary>
internal sealed record ScopeKind(string Mark, string Word, string TitleKey, Func<ServiceCatalogue, IEnumerable<(string Id, LocalText Name)>> All, Func<StaffScope, IReadOnlySet<string>> Of)
{
    public static IReadOnlyList<ScopeKind> Every { get; } =
    [
        new("s", "service", "staff.services", catalogue => catalogue.Services.Select(s => (s.Id, s.ShortName)), scope => scope.Services),
        new("p", "provider", "staff.providers", catalogue => catalogue.Providers.Select(p => (p.Id, p.ShortName)), scope => scope.Providers),
        new("g", "region", "staff.regions", catalogue => catalogue.Regions.Select(r => (r.Id, r.Name)), scope => scope.Regions),
    ];

    public static ScopeKind? Find(string mark) => Every.FirstOrDefault(kind => kind.Mark == mark);

    /// <summary>The scope with one of these more or less; null where there is no such thing.</summary>
    public StaffScope? Change(StaffScope scope, string id, bool add, ServiceCatalogue catalogue)
    {
        if (All(catalogue).All(one => one.Id != id))
            return null;
        var grant = $"{Word}:{id}";
        var others = scope.ToString().Split(',').Where(g => g != grant);
        return StaffScope.Of(add ? others.Append(grant) : others);
    }

    /// <summary>All by name in a language.</summary>
    public List<(string Id, string Name)> Ordered(ServiceCatalogue catalogue, string language, StringComparer order) =>
        [.. All(catalogue).Select(one => (one.Id, Name: one.Name[language])).OrderBy(one => one.Name, order)];
}
