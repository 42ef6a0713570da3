using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Bot.Survey.Catalogue;
using Bot.Survey.Catalogue.Matching;

namespace Bot.Survey.Comments;

/// <summary>
/// Reads comments: what they are about, whether they are sensitive, in which language they are written, and which personal data they hold.
/// By the words of <c>dialogs/comments.json</c>, in all languages at once, whatever the keyboard. Immutable and safe for concurrent use.
/// </summary>
public sealed class CommentRules
{
    /// <summary>The topic of a comment that is about no criterion: «about something else».</summary>
    public const string Other = "other";

    /// <summary>Characters of a comment that are read.</summary>
    public const int Longest = 4000;

    /// <summary>Raised when the same words would give another finding.</summary>
    private const string Method = "1";

    private readonly CommentWords _words;
    private readonly PersonalDataMask _mask;

    private CommentRules(string json, CommentWords words)
    {
        _words = words;
        _mask = new PersonalDataMask(words);
        Topics = [.. words.Topics.Select(topic => topic.Name)];
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Method + json)).AsSpan(0, 8));
    }

    /// <summary>The criteria that a comment may be about, in the order of the file; without <see cref="Other"/>.</summary>
    public IReadOnlyList<string> Topics { get; }

    /// <summary>Sixteen characters that change with the rules: findings of another version are to be renewed.</summary>
    public string Version { get; }

    /// <summary>Reads the rules, or says everything that is wrong with them.</summary>
    /// <param name="json">Content of <c>comments.json</c>.</param>
    /// <param name="criteria">The criteria of the questionnaires: each must have its words, and no other topic may.</param>
    /// <param name="rules">The rules; null where there are faults.</param>
    /// <param name="faults">All faults; empty where there are rules.</param>
    public static bool TryParse(string json, IReadOnlyCollection<string> criteria, [NotNullWhen(true)] out CommentRules? rules, out IReadOnlyList<CatalogueFault> faults)
    {
        var found = new List<CatalogueFault>();
        var words = CommentWords.Read(json, criteria, found);
        (rules, faults) = (found.Count == 0 ? new CommentRules(json, words) : null, found);
        return rules is not null;
    }

    /// <summary>What the comment says.</summary>
    public CommentFindings Find(string text)
    {
        var words = Folding.FirstWords(text, Longest);
        var votes = _words.Languages.ToDictionary(language => language.Name, language => language.Stems.Count(words), StringComparer.Ordinal);
        List<string> topics = [.. Fitting(_words.Topics, words, votes)];
        List<string> sensitive = [.. Fitting(_words.Sensitive, words, votes)];
        return new CommentFindings(topics.Count > 0 ? topics : [Other], sensitive, Winner(votes, text));
    }

    /// <summary>
    /// The text with <see cref="PersonalDataMask.Mark"/> in the place of telephone numbers, IIN and BIN, numbers of documents, accounts and cards, addresses of
    /// e-mail, user names, links, and obvious names of persons. Dates, sums, codes of services and other ordinary numbers stay. Masking twice changes nothing more.
    /// </summary>
    public string Mask(string text) => _mask.Apply(text);

    private static IEnumerable<string> Fitting(IReadOnlyList<CommentWords.Group> groups, IReadOnlyList<string> words, Dictionary<string, int> votes)
    {
        foreach (var group in groups)
        {
            var fits = false;
            foreach (var (language, stems) in group.Languages)
            {
                var count = stems.Count(words);
                votes[language] = votes.GetValueOrDefault(language) + count;
                fits |= count > 0;
            }

            if (fits)
                yield return group.Name;
        }
    }

    // A letter that only Kazakh has tells more than any word.
    private static string? Winner(Dictionary<string, int> votes, string text)
    {
        const string Kazakh = "kk";
        const string OwnLetters = "әғқңөұүһі";
        if (votes.ContainsKey(Kazakh))
            votes[Kazakh] += text.Count(c => OwnLetters.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal));
        var best = votes.Values.DefaultIfEmpty().Max();
        var winners = votes.Where(vote => vote.Value == best).Take(2).ToList();
        return best > 0 && winners is [var only] ? only.Key : null;
    }
}
