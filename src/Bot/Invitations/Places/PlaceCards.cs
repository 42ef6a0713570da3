using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Invitations.Places;

/// <summary>The cards of /links. Each edits the one before it; a button's data says the act, the draft and what is chosen.</summary>
internal sealed class PlaceCards(TextCatalogue texts, ServiceCatalogue catalogue, PlaceCodes codes, InvitationLinks links)
{
    /// <summary>Stands in a button's data for «nothing chosen».</summary>
    public const string Open = "-";

    private const int PageSize = 8;

    public Card Draft(PlaceDraft draft, string language)
    {
        List<string> lines = [Say(language, "title"), "", .. Chosen(draft, language), Say(language, "place", ("place", draft.Named.Length == 0 ? "…" : draft.Named)), GoodThrough(draft, language)];
        if (draft.Code is null)
            lines.AddRange(["", Say(language, "place_how")]);
        List<IReadOnlyList<CardButton>> rows = [];
        if (draft.Code is not null)
            rows.Add([Button(Say(language, "make"), draft, "k")]);
        rows.Add([Button(texts.Get(language, "staff.services"), draft, "s", "0"), Button(texts.Get(language, "staff.regions"), draft, "g", "0")]);
        rows.Add([.. Forms(draft, language)]);
        rows.Add([draft.GoodThrough is null ? Button(Say(language, "button_year"), draft, "y") : Button(Say(language, "no_end"), draft, "z")]);
        return Of(lines, rows, language);
    }

    public Card Services(PlaceDraft draft, IReadOnlyList<Service>? found, int page, string language) => Choose(
        draft, "s", Say(language, "service_open"), (found ?? catalogue.Services).Select(s => (s.Id, s.ShortName)), isSearch: found is not null, page, language);

    public Card Regions(PlaceDraft draft, IReadOnlyList<Region>? found, int page, string language) => Choose(
        draft, "g", Say(language, "bot_asks"), (found ?? catalogue.Regions).Select(r => (r.Id, r.Name)), isSearch: found is not null, page, language);

    public Card Links(PlaceDraft draft, PlaceCode code, string language)
    {
        var token = codes.Write(code);
        List<string> lines = [draft.Named, .. Chosen(draft, language), GoodThrough(draft, language), "", Say(language, "page", ("url", links.Web(token)))];
        if (links.Telegram(token) is { } telegram)
            lines.Add(Say(language, "telegram", ("url", telegram)));
        lines.Add(Say(language, "kiosk", ("url", links.Kiosk(token))));
        if (links.IsLocal)
            lines.AddRange(["", Say(language, "local")]);
        return Of(
            lines,
            [
                [Button("QR, PNG", draft, PlaceFiles.Png), Button("QR, SVG", draft, PlaceFiles.Svg)],
                [Button(Say(language, "poster"), draft, PlaceFiles.Poster)],
                [Back(draft, language), Button(Say(language, "new"), draft, "b")],
            ],
            language);
    }

    private static Card Of(IEnumerable<string> lines, IEnumerable<IReadOnlyList<CardButton>> rows, string language) =>
        new(string.Join('\n', lines), [.. rows.Where(row => row.Count > 0)], language);

    private Card Choose(PlaceDraft draft, string mark, string open, IEnumerable<(string Id, LocalText Name)> all, bool isSearch, int page, string language)
    {
        var order = StringComparer.Create(texts.Languages.First(l => l.Code == language).Culture, ignoreCase: true);
        var named = all.Select(one => (one.Id, Name: one.Name[language])).ToList();
        // What was searched for comes as the search ranks it.
        List<(string Id, string Name)> list = isSearch ? [.. named.Take(PageSize)] : [.. named.OrderBy(one => one.Name, order)];
        var pages = Math.Max(1, (list.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<string> lines = isSearch ? [texts.Get(language, list.Count > 0 ? "staff.found" : "staff.found_nothing")] : [Say(language, "search"), Page(page, pages, language)];
        return Of(
            lines,
            [
                .. list.Skip(page * PageSize).Take(PageSize).Select(one => new[] { Button(one.Name, draft, "c" + mark, one.Id) }),
                [.. new[] { (Label: "←", To: page - 1), (Label: "→", To: page + 1) }.Where(t => t.To >= 0 && t.To < pages)
                    .Select(t => Button(t.Label, draft, mark, FormattableString.Invariant($"{t.To}")) with { Spoken = Page(t.To, pages, language) })],
                [Button(open, draft, "c" + mark, Open)],
                [Back(draft, language)],
            ],
            language);
    }

    private IEnumerable<string> Chosen(PlaceDraft draft, string language)
    {
        yield return Say(language, "service", ("service", draft.ServiceId is { } service ? catalogue.FindService(service)?.ShortName[language] ?? service : Say(language, "service_open")));
        if (draft.ServiceId is not null)
            yield return Say(language, "form", ("form", draft.Form is { } form ? texts.Get(language, "service.form_" + form) : Say(language, "bot_asks")));
        yield return Say(language, "region", ("region", draft.RegionId is { } region ? catalogue.FindRegion(region)?.Name[language] ?? region : Say(language, "bot_asks")));
    }

    private IEnumerable<CardButton> Forms(PlaceDraft draft, string language)
    {
        var forms = draft.ServiceId is { } id && catalogue.FindService(id) is { Forms.Count: > 1 } service ? service.Forms : [];
        return forms.Select(form => form.Id() == draft.Form
            ? Button("✓ " + texts.Get(language, "service.form_" + form.Id()), draft, "f", Open)
            : Button(texts.Get(language, "service.form_" + form.Id()), draft, "f", form.Id()));
    }

    private string GoodThrough(PlaceDraft draft, string language) =>
        draft.GoodThrough is { } day ? Say(language, "good_through", ("date", texts.DateWithYear(language, day))) : Say(language, "no_end");

    private string Page(int page, int pages, string language) => texts.Format(language, "manager.page", ("i", page + 1), ("n", pages));

    private CardButton Back(PlaceDraft draft, string language) => Button("« " + texts.Get(language, "flow.back"), draft, "m");

    private static CardButton Button(string label, PlaceDraft draft, string act, string? argument = null) => new(
        label.Length <= CardLimits.ButtonText ? label : label[..(CardLimits.ButtonText - 1)] + "…",
        FormattableString.Invariant($"c.links.{act}.{draft.Id}") + (argument is null ? "" : "." + argument));

    private string Say(string language, string key, params ReadOnlySpan<(string Name, object Value)> args) => texts.Format(language, "places." + key, args);
}
