using System.Globalization;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Comments;

/// <summary>The card of the separate queue.</summary>
internal sealed class SensitiveCards(TextCatalogue texts, ServiceCatalogue catalogue)
{
    public const int PageSize = 4;
    public const string Take = "t";
    public const string Done = "d";
    private const string Command = "c.sensitive";
    private const int LongestText = 650;

    public Card Queue(SensitivePage page, string language)
    {
        var words = new ScoreWords(texts, language);
        var pages = Math.Max(1, (page.Count + PageSize - 1) / PageSize);
        List<string> lines = [words["sensitive_title"], page.Count == 0 ? words["sensitive_empty"] : words.Say("sensitive_count", ("n", page.Count))];
        if (pages > 1)
            lines.Add(words.Say("page", ("i", page.Page + 1), ("n", pages)));
        var buttons = new List<IReadOnlyList<CardButton>>();
        foreach (var (index, comment) in page.Comments.Index())
        {
            lines.AddRange(["", $"{words.Number(index + 1)}. {Mark(words, comment)}", CommentPages.Short(comment.Text, LongestText)]);
            buttons.Add([.. Buttons(words, comment, index + 1, page.Page)]);
        }

        if (page.Unofficial.Count > 0)
            lines.AddRange(["", words.Say("sensitive_unofficial", ("reason", words.Text($"questions.went_wrong.options.{CommentTagger.UnofficialPayment}"))),
                .. page.Unofficial.Select(service => $"• {Service(service.Service, language)}: {words.Number(service.Count)}")]);
        return ScoreCard.Of(words, lines, [.. buttons, [.. CommentPages.Turn(words, page.Page, pages, to => string.Create(CultureInfo.InvariantCulture, $"{Command}.p.{to}"))]]);
    }

    private string Mark(ScoreWords words, SensitiveComment comment)
    {
        var kinds = string.Join(", ", comment.Kinds.Select(kind => words["sensitive_" + kind]));
        var state = words[comment.Handling == CommentHandling.New ? "sensitive_new" : "sensitive_taken"];
        var region = catalogue.FindRegion(comment.Region)?.Name[words.Language] ?? words["region_unknown"];
        var language = texts.Languages.FirstOrDefault(l => l.Code == comment.Language)?.Name ?? comment.Language;
        return string.Join(" · ", kinds, state, Service(comment.Service, words.Language), words.Form(comment.Form), region, texts.DateWithYear(words.Language, comment.Day), language);
    }

    private static IEnumerable<CardButton> Buttons(ScoreWords words, SensitiveComment comment, int number, int page)
    {
        string Data(string act) => string.Create(CultureInfo.InvariantCulture, $"{Command}.{act}.{page}.{comment.ResponseId}.{comment.Item}");
        if (comment.Handling == CommentHandling.New)
            yield return new CardButton(words.Say("sensitive_take", ("i", number)), Data(Take));
        yield return new CardButton(words.Say("sensitive_done", ("i", number)), Data(Done));
    }

    private string Service(string id, string language) => catalogue.FindService(id)?.ShortName[language] ?? id;
}
