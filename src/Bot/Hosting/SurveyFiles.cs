using System.Text.Json;
using Bot.Survey.Catalogue;
using Bot.Survey.Comments;
using Bot.Survey.Localization;
using Bot.Survey.Questionnaires;

namespace Bot.Hosting;

/// <summary>The definitions, texts and catalogue as they lie in their folders, with every fault of them.</summary>
internal sealed class SurveyFiles
{
    private SurveyFiles(TextCatalogue? texts, ServiceCatalogue? catalogue, QuestionnaireSet? questionnaires, CommentRules? comments, Holidays? holidays, IReadOnlyList<string> faults)
    {
        Faults = faults;
        (_texts, _catalogue, _questionnaires, _comments, _holidays) = (texts, catalogue, questionnaires, comments, holidays);
    }

    private readonly TextCatalogue? _texts;
    private readonly ServiceCatalogue? _catalogue;
    private readonly QuestionnaireSet? _questionnaires;
    private readonly CommentRules? _comments;
    private readonly Holidays? _holidays;

    public IReadOnlyList<string> Faults { get; }

    public TextCatalogue Texts => _texts ?? throw Broken();

    public ServiceCatalogue Catalogue => _catalogue ?? throw Broken();

    public QuestionnaireSet Questionnaires => _questionnaires ?? throw Broken();

    public CommentRules Comments => _comments ?? throw Broken();

    public Holidays Holidays => _holidays ?? throw Broken();

    /// <summary>Reads and checks everything. Folders are relative to the program.</summary>
    public static SurveyFiles Read(string dialogs, string localization)
    {
        var faults = new List<string>();
        var (dialogsAt, textsAt) = (Path.Combine(AppContext.BaseDirectory, dialogs), Path.Combine(AppContext.BaseDirectory, localization));
        var texts = ReadTexts(Files(textsAt, "*.json", faults), faults);
        var questionnaires = QuestionnaireParser.Parse(Files(dialogsAt, "*.questionnaire.json", faults), out var found);
        faults.AddRange(found.Select(f => f.ToString()));
        var parts = Files(Path.Combine(dialogsAt, "catalogue"), "*.json", faults).ToDictionary(f => f.Name, f => f.Json, StringComparer.Ordinal);
        ServiceCatalogue? catalogue = null;
        if (faults.Count == 0 || parts.Count == 3)
        {
            ServiceCatalogue.TryParse(parts.GetValueOrDefault("services.json", ""), parts.GetValueOrDefault("providers.json", ""), parts.GetValueOrDefault("regions.json", ""), out catalogue, out var wrong);
            faults.AddRange(wrong.Select(f => f.ToString()));
        }
        if (texts is not null)
        {
            faults.AddRange(texts.Faults().Select(f => f.ToString()));
            if (catalogue is not null)
                faults.AddRange(QuestionnaireCheck.Faults(questionnaires, catalogue, texts).Select(f => f.ToString()));
        }
        return new SurveyFiles(texts, catalogue, questionnaires, ReadComments(dialogsAt, questionnaires, faults), ReadHolidays(dialogsAt, faults), faults);
    }

    private static CommentRules? ReadComments(string folder, QuestionnaireSet questionnaires, List<string> faults)
    {
        var json = Files(folder, "comments.json", faults).Select(file => file.Json).FirstOrDefault("");
        CommentRules.TryParse(json, [.. questionnaires.All.SelectMany(q => q.Criteria).Distinct(StringComparer.Ordinal)], out var comments, out var wrong);
        faults.AddRange(wrong.Select(f => f.ToString()));
        return comments;
    }

    private static Holidays? ReadHolidays(string folder, List<string> faults)
    {
        var json = Files(folder, "holidays.json", faults).Select(file => file.Json).FirstOrDefault("");
        if (!Holidays.TryParse(json, out var holidays, out var wrong))
            faults.AddRange(wrong.Select(f => f.ToString()));
        return holidays;
    }

    private static TextCatalogue? ReadTexts(List<(string, string)> files, List<string> faults)
    {
        try
        {
            return new TextCatalogue(files);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            faults.Add(e.Message);
            return null;
        }
    }

    private static List<(string Name, string Json)> Files(string folder, string pattern, List<string> faults)
    {
        if (!Directory.Exists(folder))
        {
            faults.Add($"The folder {folder} does not exist.");
            return [];
        }
        return [.. Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))];
    }

    private InvalidOperationException Broken() => new("The definitions are faulty:\n" + string.Join('\n', Faults));
}
