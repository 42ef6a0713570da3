using Bot.Survey.Catalogue;
using Bot.Survey.Catalogue.Matching;
using Bot.Survey.Localization;

namespace Bot.Managers;

/// <summary>Finds the services that words name, among those that a staff member sees.</summary>
internal sealed class StaffSearch(ServiceSearch search, TextCatalogue texts)
{
    private const int EchoLength = 60;
    private readonly WordSet _overview = new(texts.Languages.Select(language => texts.Get(language.Code, "typed.overview")));

    /// <summary>Whether words ask for the overall picture: «how are we doing?»</summary>
    public bool IsOverview(string words) => _overview.HoldsAllOf(words);

    /// <summary>The services with the first of the places at which the person sees them, the best match first; one alone where the words name it exactly.</summary>
    public IReadOnlyList<(Service Service, ScorePlace Place)> Find(ScoreAccess access, string words, IReadOnlyList<ScorePlace> places)
    {
        var matches = search.Find(words);
        var exact = matches.Where(match => match.Strength is MatchStrength.Exact).ToList();
        return [.. (exact.Count > 0 ? exact : matches).Select(match => match.Service)
            .Where(service => places.Any(place => access.SeesService(service.Id, place)))
            .Select(service => (Service: service, Place: places.First(place => access.SeesService(service.Id, place))))];
    }

    /// <summary>Says that nothing was found.</summary>
    public string Nothing(string words, string language)
    {
        var query = words.Trim();
        return texts.Format(language, "service.nothing", ("query", query.Length <= EchoLength ? query : query[..EchoLength] + "…"));
    }
}
