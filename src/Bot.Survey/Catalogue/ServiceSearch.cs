using Bot.Survey.Catalogue.Matching;

namespace Bot.Survey.Catalogue;

/// <summary>
/// Finds services by code, name, short name, alias and everyday words, in all languages at once. Forgives folded Kazakh letters, Latin
/// look-alikes, endings and typing errors (one from 5 letters on, two from 9). Prepared once; safe for concurrent use.
/// </summary>
public sealed class ServiceSearch
{
    private const double InOfficialName = 0.7;

    private static readonly string[] Ignored =
    [
        "и в на с со по о об за из для до от или не при под как где что мне это нужно надо хочу получить получение оформить",
        "мен және немесе үшін бойынша туралы керек қажет алу беру болу қалай қайда маған",
    ];

    private readonly IReadOnlyList<Service> _services;
    private readonly PhraseIndex _index;

    /// <summary>Prepares the search over <paramref name="services"/>; their order settles ties.</summary>
    public ServiceSearch(IReadOnlyList<Service> services)
    {
        _services = services;
        _index = new PhraseIndex([.. services.Select(Phrases)], Ignored);
    }

    /// <summary>
    /// The services that fit <paramref name="query"/>, best first: those that it names in full (<see cref="MatchStrength.Exact"/>), then by how
    /// many of its words fit, how well, and how rare they are. Any text is allowed; nothing is found for one without a fitting word.
    /// </summary>
    public IReadOnlyList<ServiceMatch> Find(string query) =>
        [.. _index.Find(query).Select(hit => new ServiceMatch(_services[hit.Document], hit.Strength))];

    private static IEnumerable<(string Phrase, double Weight)> Phrases(Service service)
    {
        string[] codes = service.Code is { } code ? [code, code.TrimStart('0')] : [];
        return codes
            .Concat(service.ShortName.ByLanguage.Values)
            .Concat(service.Aliases.Values.SelectMany(aliases => aliases))
            .Select(phrase => (phrase, 1.0))
            .Concat(service.Name.ByLanguage.Values.Select(name => (name, InOfficialName)));
    }
}
