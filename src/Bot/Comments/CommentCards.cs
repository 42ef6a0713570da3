using Bot.Managers;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Comments;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;
using Microsoft.Extensions.Options;

namespace Bot.Comments;

/// <summary>The cards about comments: the services, the topics of one service, and the comments themselves.</summary>
internal sealed class CommentCards(TextCatalogue texts, ServiceCatalogue catalogue, CommentRules rules, IOptions<CommentsOptions> options)
{
    /// <summary>Comments on one card.</summary>
    public const int PageSize = 5;

    private const int ServicesAtOnce = 8;
    private const int TopReasons = 8;
    private const int LongestText = 620;

    /// <summary>The services that enough people have rated.</summary>
    public Card Services(IReadOnlyList<ServiceSummary> services, ScorePlace place, int page, bool hasQueue, string language)
    {
        var words = new ScoreWords(texts, language);
        var rated = services.Where(service => service.Respondents >= options.Value.MinimumToShow)
            .Select(service => (service.Service, Name: catalogue.FindService(service.Service)?.ShortName[language] ?? service.Service))
            .OrderBy(service => service.Name, StringComparer.Create(words.Culture, ignoreCase: true)).ToList();
        var pages = Math.Max(1, (rated.Count + ServicesAtOnce - 1) / ServicesAtOnce);
        page = Math.Min(page, pages - 1);
        List<string> lines = [words["comments"], .. Region(words, place), rated.Count > 0 ? words["found"] : words.Say("comments_nowhere", ("min", options.Value.MinimumToShow))];
        var buttons = rated.Skip(page * ServicesAtOnce).Take(ServicesAtOnce)
            .Select(service => new[] { new CardButton(service.Name, new CommentView(place, service.Service).Data(CommentView.Board, rules.Topics)) });
        return ScoreCard.Of(words, lines, [
            .. buttons, [.. CommentPages.Turn(words, page, pages, to => CommentView.Services(place, to))],
            hasQueue ? [new CardButton(words.Text("commands.sensitive"), "c.sensitive")] : [], [ScoreCard.Back(words, place.Data("o"))]]);
    }

    /// <summary>The services that were searched for.</summary>
    public Card Found(IReadOnlyList<(Service Service, ScorePlace Place)> found, string language)
    {
        var words = new ScoreWords(texts, language);
        var buttons = found.Take(ServicesAtOnce)
            .Select(f => new[] { new CardButton(f.Service.ShortName[language], new CommentView(f.Place, f.Service.Id).Data(CommentView.Board, rules.Topics)) });
        return ScoreCard.Of(words, [words["found"]], [.. buttons]);
    }

    /// <summary>How many comments there are on what, and the reasons that were chosen.</summary>
    public Card Board(CommentBoard board, CommentView view, string language)
    {
        var words = new ScoreWords(texts, language);
        var topics = rules.Topics.Select(topic => (Topic: topic, Count: board.Of(view.Form, topic).Count())).Where(topic => topic.Count > 0).ToList();
        var others = board.Of(view.Form, CommentRules.Other).Count();
        var lines = Heading(words, view);
        lines.Add(words.Say("comments_count", ("n", board.Of(view.Form, null).Count())));
        lines.AddRange(topics.Select(topic => $"• {words.Criterion(topic.Topic)}: {words.Number(topic.Count)}"));
        if (others > 0)
            lines.AddRange(["", $"{About(words, CommentRules.Other)}: {words.Number(others)}"]);
        lines.AddRange(Reasons(words, board, view));
        if (board.HasHidden || board.Forms.Count == 0)
            lines.AddRange(["", words.Say("comments_hidden", ("min", options.Value.MinimumToShow))]);
        CardButton To(string label, string? topic) => new(label, (view with { Topic = topic, Page = 0 }).Data(CommentView.List, rules.Topics));
        var buttons = topics.Select(topic => To(words.Criterion(topic.Topic), topic.Topic)).Concat(others > 0 ? [To(About(words, CommentRules.Other), CommentRules.Other)] : []);
        return ScoreCard.Of(words, lines, [
            topics.Count > 1 ? [To(words["comments_all"], null)] : [], .. buttons.Chunk(1),
            [.. Forms(words, board, view)], [ScoreCard.Back(words, view.Place.Data("s", view.Service))]]);
    }

    /// <summary>A page of comments.</summary>
    public Card List(IReadOnlyList<ShownComment> shown, int all, CommentView view, string language)
    {
        var words = new ScoreWords(texts, language);
        var pages = Math.Max(1, (all + PageSize - 1) / PageSize);
        var lines = Heading(words, view);
        lines[^1] = view.Topic is null ? words["comments_all"] : About(words, view.Topic);
        if (pages > 1)
            lines.Add(words.Say("page", ("i", view.Page + 1), ("n", pages)));
        foreach (var comment in shown)
            lines.AddRange(["", Mark(words, comment), CommentPages.Short(comment.Text, LongestText)]);
        return ScoreCard.Of(words, lines, [
            [.. CommentPages.Turn(words, view.Page, pages, to => (view with { Page = to }).Data(CommentView.List, rules.Topics))],
            [ScoreCard.Back(words, (view with { Topic = null, Page = 0 }).Data(CommentView.Board, rules.Topics))]]);
    }

    private string Mark(ScoreWords words, ShownComment comment)
    {
        IEnumerable<string> parts = [texts.DateWithYear(words.Language, comment.Entry.Day), Language(comment.Language), .. comment.Entry.Topics.Select(topic => About(words, topic))];
        return string.Join(" · ", comment.Entry.Item == "suggestion" ? parts.Append(words["comment_suggestion"]) : parts);
    }

    private static IEnumerable<string> Reasons(ScoreWords words, CommentBoard board, CommentView view)
    {
        var reasons = board.Reasons.Where(reason => view.Form is null || reason.Form == view.Form)
            .GroupBy(reason => reason.Reason, StringComparer.Ordinal).Select(reason => (Reason: reason.Key, Count: reason.Sum(one => one.Count)))
            .OrderBy(reason => reason.Reason.StartsWith("common.", StringComparison.Ordinal)).ThenByDescending(reason => reason.Count).ToList();
        return reasons.Count == 0 ? [] : ["", words["comments_reasons"], .. reasons.Take(TopReasons)
            .Select(reason => $"• {words.Text($"questions.went_wrong.options.{reason.Reason}")}: {words.Number(reason.Count)}")];
    }

    private IEnumerable<CardButton> Forms(ScoreWords words, CommentBoard board, CommentView view) => board.Forms.Count < 2 && view.Form is null ? [] :
        board.Forms.Cast<string?>().Prepend(null).Where(form => form != view.Form)
            .Select(form => new CardButton(form is null ? words["all_forms"] : words.Form(form), (view with { Form = form, Topic = null, Page = 0 }).Data(CommentView.Board, rules.Topics)));

    private List<string> Heading(ScoreWords words, CommentView view) =>
    [
        catalogue.FindService(view.Service)?.ShortName[words.Language] ?? view.Service,
        view.Form is null ? words["comments"] : $"{words["comments"]} · {words.Form(view.Form)}",
        .. Region(words, view.Place),
        "",
    ];

    private IEnumerable<string> Region(ScoreWords words, ScorePlace place) =>
        place.Region is { } region ? [words.Say("region_only", ("region", catalogue.FindRegion(region)?.Name[words.Language] ?? words["region_unknown"]))] : [];

    private string Language(string code) => texts.Languages.FirstOrDefault(language => language.Code == code)?.Name ?? code;

    private static string About(ScoreWords words, string topic) => topic == CommentRules.Other ? words.Text("questions.comment.about_other") : words.Criterion(topic);
}
