namespace Bot.Survey.Tests.Catalogue;

/// <summary>How people type what the catalogue spells properly.</summary>
internal static class Typing
{
    private const string Kazakh = "әғқңөұүһіӘҒҚҢӨҰҮҺІё";
    private const string Russian = "агкноуухиАГКНОУУХИе";

    public static string OnRussianKeyboard(string text) =>
        string.Concat(text.Select(c => Kazakh.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Russian[at] : c));

    /// <summary>The text with one word of at least five letters misspelt: a letter wrong, missing, doubled, or swapped, in each such word.</summary>
    public static IEnumerable<string> WithOneError(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var length = text.AsSpan(start).IndexOfAnyExcept(Letters);
            length = length < 0 ? text.Length - start : length;
            if (length >= 5)
            {
                var middle = start + (length / 2);
                yield return text[..middle] + 'щ' + text[(middle + 1)..];
                yield return text.Remove(middle, 1);
                yield return text.Insert(middle, text[middle].ToString());
                yield return $"{text[..middle]}{text[middle + 1]}{text[middle]}{text[(middle + 2)..]}";
            }

            start += Math.Max(length, 0);
        }
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create([.. Enumerable.Range('\u0400', 256).Select(code => (char)code), .. "abcdefghijklmnopqrstuvwxyz"]);
}
