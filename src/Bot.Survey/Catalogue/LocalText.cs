namespace Bot.Survey.Catalogue;

/// <summary>A name in several languages.</summary>
public sealed class LocalText(IReadOnlyDictionary<string, string> byLanguage)
{
    /// <summary>The name by language code.</summary>
    public IReadOnlyDictionary<string, string> ByLanguage => byLanguage;

    /// <summary>The name in <paramref name="language"/>; where there is none in Russian, else in any language, else empty.</summary>
    public string this[string language] =>
        byLanguage.TryGetValue(language, out var text) || byLanguage.TryGetValue("ru", out text)
            ? text
            : byLanguage.Values.FirstOrDefault("");

    /// <summary>The name in Russian, for logs and debuggers.</summary>
    public override string ToString() => this["ru"];
}
