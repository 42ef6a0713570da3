using System.Text.RegularExpressions;

namespace Bot.Survey.Comments;

/// <summary>
/// Finds the obvious names of persons: a patronymic, Russian or Kazakh, with the capitalised words of the name around it, and a surname with two
/// initials. A first name or a surname alone is not told from any other word.
/// </summary>
internal static partial class PersonNames
{
    private const int ShortestStem = 3;

    /// <summary>What stands before «-овна» and the like in words that are no patronymics: верховный, на уровне, в деревне, виновна.</summary>
    private static readonly HashSet<string> OrdinaryStems = new(
        [
            "верх", "осн", "дух", "угол", "усл", "безусл", "церк", "ур", "нер", "дер", "дн", "ежедн", "повседн", "душ", "плач", "вин", "невин", "люб", "кр", "хладнокр", "полнокр",
            "цар", "корол", "грех", "чин", "стих", "крич", "напл", "лиц",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Kazakh adjectives that end like a patronymic written without Kazakh letters: Қарулы Күштер.</summary>
    private static readonly HashSet<string> OrdinaryWords = new(["қарулы", "карулы", "таулы", "жазулы", "салулы", "қосулы", "косулы", "жабулы", "ашулы", "қаулы", "каулы"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that often stand before a name, with a capital where they begin a sentence.</summary>
    private static readonly HashSet<string> BeforeNames = new(
        ["спасибо", "благодарю", "благодарим", "благодарность", "рахмет", "рақмет", "алғыс", "сотрудник", "сотрудница", "оператор", "специалист", "консультант", "врач", "директор", "маман", "қызметкер", "дәрігер", "наша", "наш"],
        StringComparer.OrdinalIgnoreCase);

    public static string Mask(string text, string mark)
    {
        text = Initials().Replace(text, mark);
        var words = Word().Matches(text).ToList();
        for (var at = words.Count - 1; at >= 0; at--)
        {
            if (!IsPatronymic(text, words, at))
                continue;
            var (first, last) = (First(text, words, at), at + 1 < words.Count && Adjoin(text, words, at) && IsSurname(words[at + 1].Value) ? at + 1 : at);
            text = string.Concat(text.AsSpan(0, words[first].Index), mark, text.AsSpan(words[last].Index + words[last].Length));
            at = first;
        }

        return text;
    }

    private static int First(string text, List<Match> words, int at)
    {
        if (at == 0 || !Adjoin(text, words, at - 1) || !IsName(words[at - 1].Value))
            return at;
        return at > 1 && Adjoin(text, words, at - 2) && IsSurname(words[at - 2].Value) ? at - 2 : at - 1;
    }

    private static bool IsPatronymic(string text, List<Match> words, int at)
    {
        var word = words[at].Value;
        if (Patronymic().Match(word) is not { Success: true } match || match.Groups["stem"].Length < ShortestStem || OrdinaryStems.Contains(match.Groups["stem"].Value) || OrdinaryWords.Contains(word))
            return false;
        var besideName = (at > 0 && Adjoin(text, words, at - 1) && IsName(words[at - 1].Value)) || (at + 1 < words.Count && Adjoin(text, words, at) && IsSurname(words[at + 1].Value));
        // What ordinary words end like, too, is a name only beside another.
        return match.Groups["sure"].Success ? IsCapital(word) || match.Groups["stem"].Length > ShortestStem : IsCapital(word) && besideName;
    }

    private static bool IsName(string word) => word.Length > 2 && IsCapital(word) && !BeforeNames.Contains(word);

    private static bool IsSurname(string word) => IsCapital(word) && Surname().IsMatch(word);

    private static bool IsCapital(string word) => char.IsUpper(word[0]);

    /// <summary>Whether nothing but blanks stands between a word and the next.</summary>
    private static bool Adjoin(string text, List<Match> words, int at) =>
        text.AsSpan(words[at].Index + words[at].Length, words[at + 1].Index - words[at].Index - words[at].Length) is { Length: < 4 } between && between.IsWhiteSpace();

    [GeneratedRegex(@"\p{L}[\p{L}-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // Cases of the Russian feminine look like adjectives; the Kazakh one without Kazakh letters like one, too.
    [GeneratedRegex(
        @"\A(?<stem>\p{L}+?)(?:(?<sure>(?:[ое]вич(?:а|у|ем|е)?)|(?:[ое]вна|[иы]нична)|(?:ұлы|қызы)\p{L}{0,4})|[ое]вн(?:е|ой|ою|у|ы)|(?:улы|кызы)(?:н\p{L}{1,3}|мен)?)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Patronymic();

    [GeneratedRegex(@"(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|ск(?:ий|ая)|енко|чук|[оеё]в(?:ой|у|а|ым|ыми|е)|[иы]н(?:ой|у|ым|е))\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Surname();

    [GeneratedRegex(@"(?<!\p{L})(?:\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?\s{1,2}\p{Lu}\.\s?\p{Lu}\.|\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();
}
