using System.Text.Json.Nodes;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Bot.Survey.Questionnaires;
using Bot.Survey.Scoring;
using Bot.Survey.Tests.Scoring;
using Xunit;

namespace Bot.Survey.Tests.Questionnaires;

public sealed class QuestionnaireCheckTests
{
    [Fact]
    public void What_is_shipped_has_no_fault()
    {
        QuestionnaireParser.Parse(Shipped.QuestionnaireFiles(), out var faults);
        Assert.Empty(faults);
        Assert.Empty(QuestionnaireCheck.Faults(Shipped.Questionnaires, Shipped.Catalogue, Shipped.Texts));
        Assert.Empty(Shipped.Texts.Faults());
    }

    [Fact]
    public void Every_fault_of_the_texts_is_listed_at_once()
    {
        var texts = Texts(
            kk => ((JsonObject)kk["items"]!["electronic"]!["speed"]!).Remove("statement"),
            ru => ru["flow"]!["progress"] = "Вопрос {i} из {all}");
        var faults = texts.Faults().Select(f => f.ToString()).ToList();
        Assert.Contains(faults, f => f.Contains("items.electronic.speed.statement", StringComparison.Ordinal) && f.Contains("kk", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("flow.progress", StringComparison.Ordinal) && f.Contains("[all,", StringComparison.Ordinal));
        Assert.Equal(2, faults.Count);
    }

    [Fact]
    public void An_unknown_provider_is_named_with_its_service()
    {
        var services = JsonNode.Parse(Shipped.CatalogueFile("services"))!;
        services["services"]![0]!["providers"]!["electronic"]!["portal"] = "no-such-body";
        var fault = Assert.Single(ServiceCatalogue.Faults(services.ToJsonString(), Shipped.CatalogueFile("providers"), Shipped.CatalogueFile("regions"))).ToString();
        Assert.Contains("no-such-body", fault, StringComparison.Ordinal);
        Assert.Contains("vet-export-import-transit", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_the_questionnaires_is_listed_at_once()
    {
        var longOption = new string('o', 70);
        var files = Shipped.QuestionnaireFiles().Select(f => f.Name != "electronic.questionnaire.json" ? f : (f.Name, Edit(f.Json, root =>
        {
            var cost = (JsonArray)root["sections"]![4]!["questions"]!;
            cost[1]!["when"] = JsonNode.Parse("""{"all":[{"answer":"paid","in":["yes"]},{"answer":"paid","in":["no"]}]}""");
            ((JsonArray)root["sections"]![0]!["questions"]!).Add(JsonNode.Parse("""{"key":"new_item","kind":"rating","zone":"portal"}"""));
            ((JsonArray)root["sections"]![0]!["questions"]!).Add(JsonNode.Parse("""{"key":"after_nothing","kind":"rating","zone":"moon","when":{"answer":"nothing","in":["x"]}}"""));
            cost[0]!["options"] = JsonNode.Parse($"""["yes","{longOption}"]""");
        })));
        var questionnaires = QuestionnaireParser.Parse(files, out var parsing);
        Assert.Empty(parsing);
        var texts = Texts(kk => kk["questions"]!["paid"]!["options"]![longOption] = new string('ә', 60), ru => ru["questions"]!["paid"]!["options"]![longOption] = "да");
        var faults = QuestionnaireCheck.Faults(questionnaires, Shipped.Catalogue, texts).Select(f => f.ToString()).ToList();
        Assert.Contains("electronic.questionnaire.json: sum_ok: no path reaches it", faults);
        Assert.Contains("electronic.questionnaire.json: after_nothing: no path reaches it", faults);
        Assert.Contains(faults, f => f.Contains("after_nothing: its condition names the question «nothing»", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("after_nothing: service vet-export-import-transit has no provider answerable for the zone «moon»", StringComparison.Ordinal));
        Assert.Contains("electronic.questionnaire.json: new_item: there is no text «items.electronic.new_item.statement» in any language", faults);
        Assert.Contains(faults, f => f.Contains("electronic: paid: the kk button", StringComparison.Ordinal) && f.Contains("at most 40", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("electronic: paid: the button's data", StringComparison.Ordinal) && f.Contains("at most 64", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_questionnaire_is_refused_by_name_and_place()
    {
        (string, string)[] files =
        [
            ("broken.questionnaire.json", "{"),
            ("common.questionnaire.json", """{"id":"common","version":1,"before":[],"after":[]}"""),
            ("paper.questionnaire.json", """{"id":"paper","version":"one","form":"paper","sections":[{"criterion":"info","questions":[{"key":"a","kind":"guess"},{"key":"b","kind":"rating","colour":1}]}]}"""),
        ];
        QuestionnaireParser.Parse(files, out var faults);
        Assert.Equal(
            [
                "broken.questionnaire.json: line 1: is not valid JSON",
                "paper.questionnaire.json: paper.questionnaire.json: \"itemTexts\" is missing or no text",
                "paper.questionnaire.json: a: kind \"guess\" is none of rating, choice, multi-choice, number, text",
                "paper.questionnaire.json: b: unknown property \"colour\"",
                "paper.questionnaire.json: b: \"zone\" is missing or no text",
                "paper.questionnaire.json: paper.questionnaire.json: \"version\" is no whole number",
            ],
            faults.Select(f => f.ToString()).Distinct());
    }

    [Theory]
    [InlineData("electronic", 15, 9)]
    [InlineData("paper", 16, 12)]
    [InlineData("proactive", 10, 4)]
    public void A_form_has_the_items_of_the_method(string form, int all, int always)
    {
        var items = Shipped.Questionnaires[form].Questions.Where(q => q.Counted).ToList();
        Assert.Equal(all, items.Count);
        string[] gated = ["sum_ok", "pay_method", "va_full", "va_speed", "answer_fast", "measures_ok"];
        Assert.Equal(always, items.Count(q => !gated.Contains(q.Key, StringComparer.Ordinal)));
    }

    [Fact]
    public void The_definitions_have_the_methods_criteria_items_and_zones()
    {
        foreach (var method in (FormLayout[])[Layouts.Electronic, Layouts.Paper, Layouts.Proactive])
        {
            var defined = Shipped.Questionnaires[method.Form].Layout();
            Assert.Equal(method.Criteria.Select(Line), defined.Criteria.Select(Line));
            Assert.Equal(method.ZoneByItem.OrderBy(z => z.Key, StringComparer.Ordinal), defined.ZoneByItem.OrderBy(z => z.Key, StringComparer.Ordinal));
        }

        static string Line(ItemGroup group) => $"{group.Id}: {string.Join(' ', group.Items)}";
    }

    private static TextCatalogue Texts(Action<JsonNode> kk, Action<JsonNode> ru) =>
        new([("kk.json", Edit(Shipped.TextFile("kk"), kk)), ("ru.json", Edit(Shipped.TextFile("ru"), ru))]);

    private static string Edit(string json, Action<JsonNode> edit)
    {
        var node = JsonNode.Parse(json)!;
        edit(node);
        return node.ToJsonString();
    }
}
