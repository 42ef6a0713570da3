using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bot.Survey.Catalogue;

namespace Bot.Managers;

/// <summary>
/// What a manager may see: everything of some services, everything of the services for which some providers answer,
/// and of all other services the responses from some regions. Nothing named: everything. The queue of sensitive comments is a right of its own.
/// </summary>
internal sealed record StaffScope(ImmutableSortedSet<string> Services, ImmutableSortedSet<string> Providers, ImmutableSortedSet<string> Regions)
{
    private const string Sensitive = "sensitive";
    private static readonly ImmutableSortedSet<string> None = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static StaffScope Everything { get; } = new(None, None, None);

    /// <summary>Whether the person sees the sensitive comments from the services and regions of the scope.</summary>
    public bool SeesSensitive { get; init; }

    public bool IsEverything => Services.IsEmpty && Providers.IsEmpty && Regions.IsEmpty;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static StaffScope Of(IEnumerable<string> grants) => grants.Aggregate(Everything, (scope, grant) => scope.With(grant) ?? scope);

    /// <summary>Reads a scope that a person wrote, <c>service:ID,provider:ID,region:ID,comments:sensitive</c>, or says all that is wrong with it.</summary>
    public static bool TryParse(string text, ServiceCatalogue catalogue, [NotNullWhen(true)] out StaffScope? scope, out IReadOnlyList<string> faults)
    {
        var grants = text.Split(',', StringSplitOptions.TrimEntries);
        faults = [.. grants.Select(grant => Fault(grant, catalogue)).OfType<string>()];
        scope = faults.Count == 0 ? Of(grants) : null;
        return scope is not null;
    }

    public override string ToString() => string.Join(
        ',', Services.Select(id => $"service:{id}").Concat(Providers.Select(id => $"provider:{id}")).Concat(Regions.Select(id => $"region:{id}"))
            .Concat(SeesSensitive ? [$"comments:{Sensitive}"] : []));

    private static string? Fault(string grant, ServiceCatalogue catalogue) => grant.Split(':', 2) switch
    {
        ["service", var id] => catalogue.FindService(id) is null ? $"There is no service '{id}' in the catalogue." : null,
        ["provider", var id] => catalogue.FindProvider(id) is null ? $"There is no provider '{id}' in the catalogue." : null,
        ["region", var id] => catalogue.FindRegion(id) is null ? $"There is no region '{id}' in the catalogue." : null,
        ["comments", Sensitive] => null,
        _ => $"'{grant}' is none of service:ID, provider:ID, region:ID, comments:sensitive.",
    };

    private StaffScope? With(string grant) => grant.Split(':', 2) switch
    {
        ["service", var id] => this with { Services = Services.Add(id) },
        ["provider", var id] => this with { Providers = Providers.Add(id) },
        ["region", var id] => this with { Regions = Regions.Add(id) },
        ["comments", Sensitive] => this with { SeesSensitive = true },
        _ => null,
    };
}
