using System.Text.Json;

namespace Bot.Survey.Questionnaires;

/// <summary>Reads questionnaire files (<c>dialogs/*.questionnaire.json</c>): <c>common</c> holds what is asked before the form is known and after submit; the others one form each.</summary>
public static class QuestionnaireParser
{
    /// <summary>Reads all files together.</summary>
    /// <param name="files">Name and content of each file.</param>
    /// <param name="faults">Every fault of form found; empty where the set is whole.</param>
    /// <returns>The questionnaires that could be read.</returns>
    public static QuestionnaireSet Parse(IEnumerable<(string Name, string Json)> files, out IReadOnlyList<QuestionnaireFault> faults)
    {
        var found = new List<QuestionnaireFault>();
        var documents = new List<(string Name, JsonElement Root)>();
        foreach (var (name, json) in files)
        {
            try
            {
                documents.Add((name, JsonDocument.Parse(json).RootElement));
            }
            catch (JsonException e)
            {
                found.Add(new(name, $"line {e.LineNumber + 1}", "is not valid JSON"));
            }
        }
        var common = documents.FirstOrDefault(d => Id(d.Root) == "common");
        if (common.Name is null)
            found.Add(new("dialogs", "common", "there is no questionnaire file with the id \"common\""));
        var questionnaires = documents.Where(d => Id(d.Root) != "common").Select(d => Read(d.Name, d.Root, common, found)).ToList();
        faults = found;
        return new QuestionnaireSet(questionnaires.DistinctBy(q => q.Form));
    }

    private static string? Id(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    private static Questionnaire Read(string name, JsonElement root, (string? Name, JsonElement Root) common, List<QuestionnaireFault> faults)
    {
        var reader = new SectionReader(name, faults);
        var shared = new SectionReader(common.Name ?? "common", faults);
        var form = reader.Required(root, "form", name);
        var itemTexts = reader.Required(root, "itemTexts", name);
        var when = reader.Condition(root, name);
        IReadOnlyList<Question> before = common.Name is null ? [] : shared.Sections(common.Root, "before", null, Condition.Always);
        var rated = reader.Sections(root, "sections", itemTexts, when);
        IReadOnlyList<Question> after = common.Name is null ? [] : shared.Sections(common.Root, "after", null, Condition.Always);
        return new Questionnaire
        {
            Id = Id(root) ?? name,
            Version = reader.Number(root, "version", name, 1),
            Form = form,
            Questions = [.. before, .. rated, .. after],
            SubmitIndex = before.Count + rated.Count,
            Criteria = [.. rated.Select(q => q.Criterion).OfType<string>().Distinct()],
        }.Indexed();
    }
}
