using Bot.Survey.Catalogue.Matching;

namespace Bot.Survey.Catalogue;

/// <summary>Finds providers by their names, in all languages at once, as forgiving as <see cref="ServiceSearch"/>. Prepared once; safe for concurrent use.</summary>
public sealed class ProviderSearch
{
    private readonly IReadOnlyList<Provider> _providers;
    private readonly PhraseIndex _index;

    /// <summary>Prepares the search over <paramref name="providers"/>; their order settles ties.</summary>
    public ProviderSearch(IReadOnlyList<Provider> providers)
    {
        _providers = providers;
        _index = new PhraseIndex([.. providers.Select(Phrases)], []);
    }

    /// <summary>The providers that fit <paramref name="query"/>, best first. Any text is allowed.</summary>
    public IReadOnlyList<Provider> Find(string query) => [.. _index.Find(query).Select(hit => _providers[hit.Document])];

    private static IEnumerable<(string Phrase, double Weight)> Phrases(Provider provider) =>
        provider.Name.ByLanguage.Values.Concat(provider.ShortName.ByLanguage.Values).Select(phrase => (phrase, 1.0));
}
