using System.Collections.Frozen;

namespace Bot.Survey.Catalogue.Matching;

/// <summary>Words of all languages that stand for one thing, in whatever order and number they are typed.</summary>
/// <param name="texts">Lists of the words, blanks between them.</param>
public sealed class WordSet(IEnumerable<string> texts)
{
    private readonly FrozenSet<string> _words = texts.SelectMany(Folding.Words).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text has words, and no others than these.</summary>
    public bool HoldsAllOf(string text) => Folding.Words(text) is { Count: > 0 } typed && typed.All(_words.Contains);
}
