using System.Text.Json;

namespace Bot.Survey.Questionnaires;

/// <summary>Reads the sections of one questionnaire file and collects its faults.</summary>
internal sealed class SectionReader(string file, List<QuestionnaireFault> faults)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "key", "kind", "zone", "text", "texts", "label", "optionTexts", "options", "optionsFrom", "optionsByCriterion",
        "onlyIn", "hintFor", "exclusive", "skippable", "when", "minimum", "maximum",
    };

    public IReadOnlyList<Question> Sections(JsonElement root, string property, string? itemTexts, Condition outer)
    {
        var questions = new List<Question>();
        foreach (var section in Array(root, property, property))
        {
            var criterion = Text(section, "criterion");
            var when = And(outer, Condition(section, criterion ?? property));
            foreach (var element in Array(section, "questions", criterion ?? property))
                if (Question(element, criterion, itemTexts, when) is { } question)
                    questions.Add(question);
        }
        return questions;
    }

    private Question? Question(JsonElement e, string? criterion, string? itemTexts, Condition outer)
    {
        var key = Required(e, "key", criterion ?? "question");
        if (Kind(e, key) is not { } kind)
            return null;
        foreach (var property in e.EnumerateObject().Where(p => !Known.Contains(p.Name)))
            faults.Add(new(file, key, $"unknown property \"{property.Name}\""));
        var item = kind == QuestionKind.Rating && criterion is not null;
        var texts = item ? $"{itemTexts}.{key}" : $"questions.{key}";
        var source = Source(e, key);
        return new Question
        {
            Key = key,
            Kind = kind,
            Criterion = criterion,
            Zone = item ? Required(e, "zone", key) : null,
            Text = Text(e, "text") ?? (item ? $"{texts}.statement" : $"{texts}.question"),
            Variants = [.. Array(e, "texts", key, optional: true).Select(t => new QuestionText(Condition(t, key), Required(t, "text", key)))],
            Label = Text(e, "label") ?? $"{texts}.label",
            OptionTexts = Text(e, "optionTexts") ?? $"{texts}.options",
            Source = source,
            Options = source == OptionSource.LowCriteria ? ByCriterion(e) : Strings(e, "options", key),
            Exclusive = Strings(e, "exclusive", key),
            OnlyIn = e.TryGetProperty("onlyIn", out var forms)
                ? forms.EnumerateObject().ToDictionary(p => p.Name, p => (IReadOnlyList<string>)[.. p.Value.EnumerateArray().Select(v => v.ToString())], StringComparer.Ordinal)
                : new Dictionary<string, IReadOnlyList<string>>(),
            HintFor = Text(e, "hintFor"),
            Skippable = e.TryGetProperty("skippable", out var skip) && skip.ValueKind == JsonValueKind.True,
            When = And(outer, Condition(e, key)),
            Minimum = Number(e, "minimum", key, 0),
            Maximum = Number(e, "maximum", key, 0),
        };
    }

    public Condition Condition(JsonElement e, string where) =>
        e.ValueKind == JsonValueKind.Object && e.TryGetProperty("when", out var when) ? Clause(when, where) : Questionnaires.Condition.Always;

    private Condition Clause(JsonElement e, string where)
    {
        if (Text(e, "answer") is { } question)
            return new Condition.Answered(question, Strings(e, "in", where));
        if (Text(e, "fact") is { } fact)
            return new Condition.Fact(fact, Strings(e, "in", where));
        if (e.ValueKind == JsonValueKind.Object && e.TryGetProperty("ratedAtMost", out _))
            return new Condition.RatedAtMost(Number(e, "ratedAtMost", where, 0));
        if (e.ValueKind == JsonValueKind.Object && e.TryGetProperty("all", out _))
            return new Condition.All([.. Array(e, "all", where).Select(c => Clause(c, where))]);
        if (e.ValueKind == JsonValueKind.Object && e.TryGetProperty("any", out _))
            return new Condition.Any([.. Array(e, "any", where).Select(c => Clause(c, where))]);
        faults.Add(new(file, where, "the condition is none of answer, fact, ratedAtMost, all, any"));
        return Questionnaires.Condition.Always;
    }

    private static Condition And(Condition a, Condition b) =>
        a == Questionnaires.Condition.Always ? b : b == Questionnaires.Condition.Always ? a : new Condition.All([a, b]);

    private QuestionKind? Kind(JsonElement e, string key)
    {
        var kind = Text(e, "kind");
        QuestionKind? known = kind switch
        {
            "rating" => QuestionKind.Rating,
            "choice" => QuestionKind.Choice,
            "multi-choice" => QuestionKind.MultiChoice,
            "number" => QuestionKind.Number,
            "text" => QuestionKind.Text,
            _ => null,
        };
        if (known is null)
            faults.Add(new(file, key, $"kind \"{kind}\" is none of rating, choice, multi-choice, number, text"));
        return known;
    }

    private OptionSource Source(JsonElement e, string key)
    {
        if (e.TryGetProperty("optionsByCriterion", out _))
            return OptionSource.LowCriteria;
        var from = Text(e, "optionsFrom");
        switch (from)
        {
            case null: return OptionSource.Listed;
            case "channels": return OptionSource.Channels;
            case "regions": return OptionSource.Regions;
            case "criteria": return OptionSource.Criteria;
            default:
                faults.Add(new(file, key, $"optionsFrom \"{from}\" is none of channels, regions, criteria"));
                return OptionSource.Listed;
        }
    }

    private static List<string> ByCriterion(JsonElement e) =>
        [.. e.GetProperty("optionsByCriterion").EnumerateObject().SelectMany(p => p.Value.EnumerateArray().Select(o => $"{p.Name}.{o}"))];

    public string Required(JsonElement e, string property, string where)
    {
        if (Text(e, property) is { Length: > 0 } value)
            return value;
        faults.Add(new(file, where, $"\"{property}\" is missing or no text"));
        return "";
    }

    public int Number(JsonElement e, string property, string where, int otherwise)
    {
        if (!e.TryGetProperty(property, out var value))
            return otherwise;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
            return number;
        faults.Add(new(file, where, $"\"{property}\" is no whole number"));
        return otherwise;
    }

    private static string? Text(JsonElement e, string property) =>
        e.ValueKind == JsonValueKind.Object && e.TryGetProperty(property, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;

    private List<string> Strings(JsonElement e, string property, string where) =>
        [.. Array(e, property, where, optional: true).Select(v => v.ToString())];

    private List<JsonElement> Array(JsonElement e, string property, string where, bool optional = false)
    {
        if (e.ValueKind == JsonValueKind.Object && e.TryGetProperty(property, out var array) && array.ValueKind == JsonValueKind.Array)
            return [.. array.EnumerateArray()];
        if (!optional || (e.ValueKind == JsonValueKind.Object && e.TryGetProperty(property, out _)))
            faults.Add(new(file, where, $"\"{property}\" is missing or no list"));
        return [];
    }
}
