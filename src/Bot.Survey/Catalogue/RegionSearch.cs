using Bot.Survey.Catalogue.Matching;

namespace Bot.Survey.Catalogue;

/// <summary>
/// Finds regions by name, abbreviation and town, in all languages at once, as forgiving as <see cref="ServiceSearch"/>. Prepared once; safe for
/// concurrent use.
/// </summary>
public sealed class RegionSearch
{
    private const int LongestName = 4;
    private readonly ServiceCatalogue _catalogue;
    private readonly PhraseIndex _index;
    private readonly Dictionary<string, AmbiguousName> _ambiguous;

    /// <summary>Prepares the search over the regions of <paramref name="catalogue"/>; their order settles ties.</summary>
    public RegionSearch(ServiceCatalogue catalogue)
    {
        _catalogue = catalogue;
        _index = new PhraseIndex([.. catalogue.Regions.Select(Phrases)], []);
        _ambiguous = catalogue.AmbiguousNames
            .SelectMany(name => name.Aliases.Select(alias => (Key: Folded(alias), name)))
            .DistinctBy(entry => entry.Key)
            .ToDictionary(entry => entry.Key, entry => entry.name);
    }

    /// <summary>The regions that fit <paramref name="query"/>; of an ambiguous name all that it may mean. Any text is allowed.</summary>
    public RegionFindings Find(string query)
    {
        if (_ambiguous.TryGetValue(Folded(query), out var name))
        {
            return new RegionFindings([.. name.Regions.Select(id => new RegionMatch(_catalogue.FindRegion(id)!, MatchStrength.Exact))], name);
        }

        return new RegionFindings([.. _index.Find(query).Select(hit => new RegionMatch(_catalogue.Regions[hit.Document], hit.Strength))], null);
    }

    /// <summary>Takes the exact name of one region off the beginning or the end of <paramref name="query"/>. Any text is allowed.</summary>
    /// <returns>What is left, without the name, and the region; all of the text and null where no region is named, or a name that means several.</returns>
    public (string Words, Region? Region) Split(string query)
    {
        var words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var n = Math.Min(words.Length, LongestName); n > 0; n--)
        {
            foreach (var (name, rest) in new[] { (words[^n..], words[..^n]), (words[..n], words[n..]) })
            {
                if (Find(string.Join(' ', name)).Matches.Where(match => match.Strength is MatchStrength.Exact).ToList() is [var only])
                    return (string.Join(' ', rest), only.Region);
            }
        }

        return (query, null);
    }

    private static string Folded(string text) => string.Concat(Folding.Words(text));

    private static IEnumerable<(string Phrase, double Weight)> Phrases(Region region) =>
        region.Name.ByLanguage.Values.Concat(region.Aliases.Values.SelectMany(aliases => aliases)).Select(phrase => (phrase, 1.0));
}
