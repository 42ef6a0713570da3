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

    /// <summary>The list of those that are done.</summary>
    public const string History = "h";
    private const string Queued = "p";
    private const string Command = "c.sensitive";
    private const int LongestText = 650;

    public Card Queue(SensitivePage page, string language)
    {
        var words = new ScoreWords(texts, language);
        var pages = Math.Max(1, (page.Count + PageSize - 1) / PageSize);
        List<string> lines = [words["sensitive_title"], page.Done ? words.Say("sensitive_done_count", ("n", page.Count)) : page.Count == 0 ? words["sensitive_empty"] : words.Say("sensitive_count", ("n", page.Count))];
        if (pages > 1)
            lines.Add(words.Say("page", ("i", page.Page + 1), ("n", pages)));
        var buttons = new List<IReadOnlyList<CardButton>>();
        foreach (var (index, comment) in page.Comments.Index())
        {
            lines.AddRange(["", $"{words.Number(index + 1)}. {Mark(words, comment)}", CommentPages.Short(comment.Text, LongestText)]);
            if (!page.Done)
                buttons.Add([.. Buttons(words, comment, index + 1, page.Page)]);
        }

        if (page.Unofficial.Count > 0)
            lines.AddRange(["", words.Say("sensitive_unofficial", ("reason", words.Text($"questions.went_wrong.options.{CommentTagger.UnofficialPayment}"))),
                .. page.Unofficial.Select(service => $"• {Service(service.Service, language)}: {words.Number(service.Count)}")]);
        CardButton other = page.Done ? ScoreCard.Back(words, $"{Command}.{Queued}.0") : new(words["sensitive_history"], $"{Command}.{History}.0");
        var turn = CommentPages.Turn(words, page.Page, pages, to => string.Create(CultureInfo.InvariantCulture, $"{Command}.{(page.Done ? History : Queued)}.{to}"));
        return ScoreCard.Of(words, lines, [.. buttons, [.. turn], [other]]);
    }

    private string Mark(ScoreWords words, SensitiveComment comment)
    {
        var kinds = string.Join(", ", comment.Kinds.Select(kind => words["sensitive_" + kind]));
        var state = words[$"sensitive_{(comment.Handling == CommentHandling.Done ? "handled" : comment.Handling.ToString().ToLowerInvariant())}"];
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
