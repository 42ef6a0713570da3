namespace Bot.Survey.Catalogue;

/// <summary>A public service of the register.</summary>
public sealed record Service
{
    /// <summary>Its id, never changed: the register's code, or a name where there is none.</summary>
    public required string Id { get; init; }

    /// <summary>The register's code: digits, leading zeros included; null for the services that have none.</summary>
    public required string? Code { get; init; }

    /// <summary>Its section in the report of 2025: «3.59».</summary>
    public required string Section { get; init; }

    /// <summary>The name in the register.</summary>
    public required LocalText Name { get; init; }

    /// <summary>A name for buttons and tables.</summary>
    public required LocalText ShortName { get; init; }

    /// <summary>What people call it, by language.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases { get; init; }

    /// <summary>The forms in which it is given, at least one.</summary>
    public required IReadOnlyList<ServiceForm> Forms { get; init; }

    /// <summary>Whether recipients pay.</summary>
    public required PaidKind Paid { get; init; }

    /// <summary>Who is answerable: the provider's id by form and <see cref="Zones">zone</see>.</summary>
    public required IReadOnlyDictionary<ServiceForm, IReadOnlyDictionary<string, string>> Providers { get; init; }

    /// <summary>Who may receive it, «individual» and «legal»; empty where unknown.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Its terms; empty where unknown.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>The options of the question «channel» that fit it, in the order offered.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Its place among the services offered first, from 1; null for the others.</summary>
    public required int? Popular { get; init; }

    /// <summary>
    /// The term in days that holds whatever the case: the one for everyone, else the one on which all cases agree; null where it depends or is unknown.
    /// </summary>
    public Deadline? LongestDeadline
    {
        get
        {
            var forEveryone = Deadlines.FirstOrDefault(deadline => deadline.Case == Deadline.Everyone && deadline.IsInDays);
            var agreed = Deadlines.Select(deadline => (deadline.Value, deadline.Unit)).Distinct().Count() == 1 && Deadlines[0].IsInDays;
            return forEveryone ?? (agreed ? Deadlines[0] : null);
        }
    }

    /// <summary>Whether the service is given in <paramref name="form"/>.</summary>
    public bool Has(ServiceForm form) => Forms.Contains(form);

    /// <summary>
    /// Who is answerable for <paramref name="zone"/> of <paramref name="form"/>: the zone's provider, or the one of the whole form; null where nobody is.
    /// </summary>
    public string? ProviderOf(ServiceForm form, string zone) =>
        Providers.TryGetValue(form, out var zones) && (zones.TryGetValue(zone, out var provider) || zones.TryGetValue(Zones.Whole, out provider))
            ? provider
            : null;
}
