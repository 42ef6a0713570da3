using System.Globalization;
using Bot.Conversations;
using Bot.Managers;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Exports;

/// <summary>What /export offers and says. A button's data is <c>c.export.WHAT.OF</c>.</summary>
internal sealed class ExportCards(TextCatalogue texts, ServiceCatalogue catalogue)
{
    private const int PageSize = 8;

    public Card Menu(ScoreAccess access, StaffRole role, string language)
    {
        List<CardButton> buttons = [.. access.Places.Select(place => new CardButton(Place(place, language), Data("s", place.Region ?? "-")))];
        if (access.Places.Contains(default))
            buttons.Add(new CardButton(texts.Get(language, "export.regions_button"), Data("l", "0")));
        if (role is StaffRole.Administrator)
            buttons.Add(new CardButton(texts.Get(language, "export.responses_button"), Data("a")));
        return new Card(texts.Get(language, "export.ask"), [.. buttons.Select(button => new[] { button })], language);
    }

    /// <summary>The services whose regions may be rated, by name.</summary>
    public Card Services(ScoreAccess access, int page, string language)
    {
        var culture = texts.Languages.First(l => l.Code == language).Culture;
        var all = catalogue.Services.Where(service => access.SeesService(service.Id, default)).OrderBy(service => service.ShortName[language], StringComparer.Create(culture, ignoreCase: true)).ToList();
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        IEnumerable<IReadOnlyList<CardButton>> rows = all.Skip(page * PageSize).Take(PageSize).Select(service => new[] { new CardButton(service.ShortName[language], Data("r", service.Id)) });
        List<CardButton> turn = [];
        if (page > 0)
            turn.Add(Turn("←", page - 1));
        if (page < pages - 1)
            turn.Add(Turn("→", page + 1));
        return new Card(texts.Get(language, "manager.found"), [.. rows, .. turn.Count > 0 ? [turn] : Array.Empty<List<CardButton>>(), [Back(language)]], language);

        CardButton Turn(string label, int to) => new(label, Data("l", to.ToString(CultureInfo.InvariantCulture)), texts.Format(language, "manager.page", ("i", to + 1), ("n", pages)));
    }

    public Card Sent(string language) => new(texts.Get(language, "export.sent"), [[Back(language)]], language);

    public Card Running(ResponseRun run, string language) => new(
        texts.Format(language, "export.responses_started", ("done", run.Written), ("total", run.Total)),
        [[new CardButton(texts.Get(language, "export.refresh"), Data("a"))], [Back(language)]],
        language);

    public Card Busy(string language) => new(texts.Get(language, "export.busy"), [[Back(language)]], language);

    public Card Refused(string language) => Card.Plain(texts.Get(language, "error.no_access"), language);

    private string Place(ScorePlace place, string language) => place.Region is { } region
        ? texts.Format(language, "export.scores_region", ("region", catalogue.FindRegion(region)?.Name[language] ?? region))
        : texts.Get(language, "export.scores_button");

    private CardButton Back(string language) => new("« " + texts.Get(language, "flow.back"), "c.export");

    private static string Data(params ReadOnlySpan<string> parts) => "c.export." + string.Join('.', parts);
}
