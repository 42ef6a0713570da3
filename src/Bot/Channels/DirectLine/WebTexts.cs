using Bot.Survey.Localization;

namespace Bot.Channels.DirectLine;

/// <summary>The texts of web pages and the language to show them in.</summary>
internal sealed class WebTexts(TextCatalogue texts)
{
    private const string StringsPrefix = "webchat.strings.";

    public IReadOnlyList<Language> Languages => texts.Languages;

    public string Get(Language language, string key) => texts.Get(language.Code, key);

    /// <summary>What Web Chat itself says, where its own words are missing or wrong, under Web Chat's names.</summary>
    public Dictionary<string, string> StringsOf(Language language) =>
        texts.Keys.Where(k => k.StartsWith(StringsPrefix, StringComparison.Ordinal)).ToDictionary(k => k[StringsPrefix.Length..], k => Get(language, k));

    /// <summary>The language asked for by <c>?lang=</c>, else the browser's, else the first.</summary>
    public Language LanguageOf(HttpRequest request) =>
        Find(request.Query["lang"])
        ?? request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => Find(l.Value.Value)).FirstOrDefault(l => l is not null)
        ?? texts.Languages[0];

    private Language? Find(string? tag) =>
        tag is null ? null : texts.Languages.FirstOrDefault(l => l.Code.Equals(tag.Split('-')[0], StringComparison.OrdinalIgnoreCase));
}
