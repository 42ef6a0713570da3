using Bot.Survey.Catalogue;

namespace Bot.Survey.Comments;

/// <summary>The words of <c>dialogs/comments.json</c>.</summary>
internal sealed class CommentWords
{
    private const string File = "comments.json";

    private CommentWords(CatalogueNode root, List<CatalogueFault> faults)
    {
        Languages = Read("languages", root.At("languages"), faults).Languages;
        Topics = Groups(root, "topics", faults);
        Sensitive = Groups(root, "sensitive", faults);
        NumberWords = Together(root, "numberWords", faults);
        NumberLinks = Together(root, "numberLinks", faults);
        Money = Together(root, "money", faults);
    }

    /// <summary>Everyday words that tell a language.</summary>
    public IReadOnlyList<(string Name, StemSet Stems)> Languages { get; }

    public IReadOnlyList<Group> Topics { get; }

    public IReadOnlyList<Group> Sensitive { get; }

    /// <summary>A number behind one of these is a person's: «телефон», «паспорт».</summary>
    public StemSet NumberWords { get; }

    /// <summary>What may stand between such a word and the number: «номер».</summary>
    public StemSet NumberLinks { get; }

    /// <summary>A number before one of these is a sum.</summary>
    public StemSet Money { get; }

    public static CommentWords Read(string json, IReadOnlyCollection<string> criteria, List<CatalogueFault> faults)
    {
        var words = new CommentWords(CatalogueNode.Parse(json, File, faults), faults);
        if (faults.Count == 0)
            faults.AddRange([.. Differences("topics", words.Topics, criteria), .. Differences("sensitive", words.Sensitive, SensitiveKinds.All)]);
        return words;
    }

    private static IEnumerable<CatalogueFault> Differences(string where, IReadOnlyList<Group> groups, IReadOnlyCollection<string> wanted)
    {
        var names = groups.Select(group => group.Name).ToList();
        return [
            .. wanted.Except(names, StringComparer.Ordinal).Select(name => new CatalogueFault(File, where, $"«{name}» is missing")),
            .. names.Except(wanted, StringComparer.Ordinal).Select(name => new CatalogueFault(File, $"{where}.{name}", $"is none of {string.Join(", ", wanted)}"))];
    }

    private static List<Group> Groups(CatalogueNode root, string name, List<CatalogueFault> faults) =>
        [.. root.At(name).Members().Select(group => Read(group.Name, group.Node, faults))];

    private static StemSet Together(CatalogueNode root, string name, List<CatalogueFault> faults) =>
        new(Checked(root.At(name), faults).SelectMany(language => language.Phrases));

    private static Group Read(string name, CatalogueNode node, List<CatalogueFault> faults) =>
        new(name, [.. Checked(node, faults).Select(language => (language.Name, new StemSet(language.Phrases)))]);

    private static List<(string Name, IReadOnlyList<string> Phrases)> Checked(CatalogueNode node, List<CatalogueFault> faults)
    {
        List<(string Name, IReadOnlyList<string> Phrases)> languages = [.. node.Aliases().Select(language => (language.Key, language.Value))];
        foreach (var (name, phrases) in languages)
        {
            var place = node.At(name);
            if (phrases.Count == 0)
                place.Fault("has no words");
            foreach (var phrase in phrases)
            {
                if (StemSet.Fault(phrase) is { } fault && phrase.Length > 0)
                    place.Fault($"«{phrase}» {fault}");
            }

            foreach (var twice in phrases.GroupBy(phrase => phrase, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
                place.Fault($"«{twice.Key}» stands twice");
        }

        // What has a fault is not matched with.
        return faults.Count == 0 ? languages : [];
    }

    /// <summary>What one thing is called in each language.</summary>
    public sealed record Group(string Name, IReadOnlyList<(string Name, StemSet Stems)> Languages);
}
