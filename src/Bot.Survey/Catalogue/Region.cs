namespace Bot.Survey.Catalogue;

/// <summary>A region or a city of its own rank.</summary>
/// <param name="Id">Its id, never changed: stored answers carry it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">What else people write, by language: abbreviations, old names, its towns.</param>
public sealed record Region(string Id, LocalText Name, IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases)
{
    /// <summary>The id under which responses from «another / not said» are counted. It is no region.</summary>
    public const string Unknown = "unknown";
}
