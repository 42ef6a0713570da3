using Bot.Survey.Catalogue;
using Bot.Survey.Comments;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;
using Bot.Survey.Questionnaires;

namespace Bot.Survey.Tests;

/// <summary>The texts and the catalogue as they are shipped, copied beside the tests by the build.</summary>
internal static class Shipped
{
    public static TextCatalogue Texts { get; } =
        new(Directory.GetFiles(PathTo("localization"), "*.json").Select(file => (Path.GetFileName(file), File.ReadAllText(file))));

    public static ServiceCatalogue Catalogue { get; } =
        ServiceCatalogue.Parse(CatalogueFile("services"), CatalogueFile("providers"), CatalogueFile("regions"));

    public static QuestionnaireSet Questionnaires { get; } =
        QuestionnaireParser.Parse(QuestionnaireFiles(), out _);

    public static CommentRules Comments { get; } = CommentRules.TryParse(
        File.ReadAllText(PathTo("dialogs", "comments.json")), [.. Questionnaires.All.SelectMany(q => q.Criteria).Distinct()], out var rules, out var faults)
        ? rules : throw new FormatException(string.Join('\n', faults));

    public static Holidays Holidays { get; } = Holidays.TryParse(File.ReadAllText(PathTo("dialogs", "holidays.json")), out var holidays, out var faults)
        ? holidays : throw new FormatException(string.Join('\n', faults));

    public static DialogEngine Engine { get; } = new(Questionnaires, Catalogue, Texts, new DialogSettings("пилот", 365));

    public static IEnumerable<(string Name, string Json)> QuestionnaireFiles() =>
        Directory.GetFiles(PathTo("dialogs"), "*.questionnaire.json").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    public static string CatalogueFile(string name) => File.ReadAllText(PathTo("dialogs", "catalogue", name + ".json"));

    public static string TextFile(string language) => File.ReadAllText(PathTo("localization", language + ".json"));

    private static string PathTo(params string[] parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);
}
