using Bot.Comments;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;
using Bot.Survey.Scoring;

namespace Bot.Cases;

/// <summary>The cards about cases: the list, and one with what can be done.</summary>
internal sealed class CaseCards(TextCatalogue texts, ServiceCatalogue catalogue, PublishGate gate, TimeProvider time)
{
    private const int PageSize = 8;

    public Card All(IReadOnlyList<CaseRow> rows, int page, string language)
    {
        var words = new ScoreWords(texts, language);
        var pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = rows.Skip(page * PageSize).Take(PageSize).ToList();
        List<string> lines = [words.Text("cases.title"), ""];
        if (rows.Count == 0)
            lines.Add(words.Text("cases.none"));
        lines.AddRange(shown.Index().Select(row => $"{words.Number((page * PageSize) + row.Index + 1)}. {Name(row.Item, words)}: {State(row.Item, words)}, {Due(row.Item, words)}"));
        var buttons = shown.Index().Select(row => new CardButton(words.Number((page * PageSize) + row.Index + 1), CaseView.Of(CaseView.One, row.Item), Name(row.Item, words))).Chunk(4);
        return ScoreCard.Of(words, lines, [.. buttons, [.. CommentPages.Turn(words, page, pages, CaseView.Page)], [new CardButton(words["title"], "c.scores")]]);
    }

    /// <param name="asked">Who was asked to rate again.</param>
    /// <param name="reader">Conversation of the reader.</param>
    public Card Of(CaseRow row, int asked, string reader, string language)
    {
        var words = new ScoreWords(texts, language);
        List<string> lines =
        [
            words.Text("cases.case"), Name(row, words), "",
            $"{State(row, words)}{(row.OwnerId is null || row.State is CaseState.Done ? "" : $" ({words.Text(row.OwnerId == reader ? "cases.by_you" : "cases.by_other")})")}",
            words.Format("cases.opened", ("date", AlmatyTime.Day(row.OpenedAt))),
            .. row.State is CaseState.Done ? Array.Empty<string>() : [Due(row, words)],
            .. asked > 0 && asked >= gate.MinimumToShow ? [words.Format("cases.asked", ("count", asked))] : Array.Empty<string>(),
        ];
        var place = new ScorePlace(row.RegionId.Length > 0 ? row.RegionId : null);
        var moves = CaseMove.All.Where(move => move.Fits(row, reader)).Select(move => new[] { new CardButton(Label(move, row, words), CaseView.Of(move.Act, row)) });
        return ScoreCard.Of(words, lines, [
            .. moves,
            [new CardButton(words.Text("cases.scores"), place.Data("s", row.ServiceId)), new CardButton(words["comments"], new CommentView(place, row.ServiceId).Data(CommentView.Board, []))],
            [ScoreCard.Back(words, CaseView.Page(0))]]);
    }

    /// <summary>A day before the limit, or when it is over.</summary>
    public Card Reminder(CaseRow row, string language)
    {
        var card = Of(row, asked: 0, row.OwnerId ?? "", language);
        return card with { Text = $"{texts.Get(language, IsOver(row) ? "cases.over" : "cases.soon")}\n\n{card.Text}" };
    }

    private bool IsOver(CaseRow row) => row.State is not CaseState.Done && row.DueAt <= time.GetUtcNow();

    private static string Label(CaseMove move, CaseRow row, ScoreWords words) =>
        words.Text(move == CaseMove.Take && row.OwnerId is not null ? "cases.take_over" : $"cases.{move.Name["case.".Length..]}");

    private static string State(CaseRow row, ScoreWords words) => words.Text($"cases.state_{row.State.ToString().ToLowerInvariant()}");

    private string Due(CaseRow row, ScoreWords words) => words.Format(IsOver(row) ? "cases.overdue" : "cases.due", ("date", AlmatyTime.Day(row.DueAt)));

    private string Name(CaseRow row, ScoreWords words) => string.Join(" · ", new[]
    {
        catalogue.FindService(row.ServiceId)?.ShortName[words.Language] ?? row.ServiceId,
        row.RegionId.Length > 0 ? catalogue.FindRegion(row.RegionId)?.Name[words.Language] ?? row.RegionId : null,
        words.Criterion(row.Criterion),
    }.OfType<string>());
}
