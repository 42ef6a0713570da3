using Bot.Conversations;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

/// <summary>The cards on which an administrator chooses what a code grants. A button says what shall be, not «the other way round», so that a second tap changes nothing.</summary>
internal sealed class StaffScopeCards(TextCatalogue texts, ServiceCatalogue catalogue, StaffTexts staffTexts, StaffCards cards)
{
    private const int PageSize = 8;
    private const int MostFound = 10;

    public Card Draft(StaffDraft draft, string language)
    {
        var isManager = draft.Role is StaffRole.Manager;
        List<string> lines =
        [
            texts.Format(language, "staff.draft_role", ("role", texts.Get(language, "staff.role_" + draft.Role.ToString().ToLowerInvariant()))),
            texts.Format(language, "manager.scope", ("scope", isManager && draft.Scope.IsEverything ? texts.Get(language, "staff.scope_open") : staffTexts.Scope(draft.Scope, language))),
        ];
        List<IReadOnlyList<CardButton>> rows = [[new CardButton(texts.Get(language, isManager && draft.Scope.IsEverything ? "staff.make_all" : "staff.make"), Data("k", draft))]];
        if (isManager)
        {
            lines.AddRange(["", texts.Get(language, "staff.scope_how")]);
            rows.AddRange(ScopeKind.Every.Select(kind => new[] { new CardButton(texts.Get(language, kind.TitleKey), Data(kind.Mark, draft, "0")) }));
            if (!draft.Scope.IsEverything)
                rows.Add([new CardButton(texts.Get(language, "staff.clear"), Data("c", draft))]);
        }

        rows.Add([cards.ToList(language)]);
        return new Card(ScoreCard.Cut(string.Join('\n', lines)), rows, language);
    }

    public Card Choose(StaffDraft draft, ScopeKind kind, int page, string language)
    {
        var all = kind.Ordered(catalogue, language, Order(language));
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<string> lines = [texts.Get(language, kind.TitleKey), texts.Format(language, "manager.page", ("i", page + 1), ("n", pages)), .. Chosen(draft, language)];
        IReadOnlyList<CardButton>[] rows =
        [
            .. all.Skip(page * PageSize).Take(PageSize).Select(one => new[] { Toggle(draft, kind, one.Id, one.Name) }),
            [.. new[] { (Label: "←", To: page - 1), (Label: "→", To: page + 1) }.Where(t => t.To >= 0 && t.To < pages).Select(t => new CardButton(
                t.Label, Data(kind.Mark, draft, FormattableString.Invariant($"{t.To}")), texts.Format(language, "manager.page", ("i", t.To + 1), ("n", pages))))],
            [new CardButton(texts.Get(language, "flow.done"), Data("d", draft))],
        ];
        return new Card(ScoreCard.Cut(string.Join('\n', lines)), [.. rows.Where(row => row.Count > 0)], language);
    }

    /// <summary>The page of a list on which something stands.</summary>
    public int PageOf(ScopeKind kind, string id, string language) =>
        kind.Ordered(catalogue, language, Order(language)).FindIndex(one => one.Id == id) / PageSize;

    /// <summary>What fits the words that were typed.</summary>
    public Card Found(StaffDraft draft, IEnumerable<(ScopeKind Kind, string Id, LocalText Name)> found, string language)
    {
        var buttons = found.Take(MostFound).Select(one => (IReadOnlyList<CardButton>)[Toggle(draft, one.Kind, one.Id, one.Name[language])]).ToList();
        var said = texts.Get(language, buttons.Count > 0 ? "staff.found" : "staff.found_nothing");
        return new Card(ScoreCard.Cut(string.Join('\n', [said, .. Chosen(draft, language)])), [.. buttons, [new CardButton(texts.Get(language, "flow.done"), Data("d", draft))]], language);
    }

    private IEnumerable<string> Chosen(StaffDraft draft, string language) =>
        draft.Scope.IsEverything ? [] : ["", texts.Format(language, "manager.scope", ("scope", staffTexts.Scope(draft.Scope, language)))];

    private StringComparer Order(string language) => StringComparer.Create(texts.Languages.First(l => l.Code == language).Culture, ignoreCase: true);

    private static CardButton Toggle(StaffDraft draft, ScopeKind kind, string id, string name)
    {
        var isChosen = kind.Of(draft.Scope).Contains(id);
        var label = isChosen ? "✓ " + name : name;
        return new CardButton(label.Length <= CardLimits.ButtonText ? label : label[..(CardLimits.ButtonText - 1)] + "…", Data((isChosen ? "d" : "a") + kind.Mark, draft, id));
    }

    private static string Data(string act, StaffDraft draft, string? argument = null) =>
        FormattableString.Invariant($"c.staff.{act}.{draft.Id}") + (argument is null ? "" : "." + argument);
}
