using System.Globalization;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;
using Microsoft.Extensions.Options;

namespace Bot.Quarantine;

/// <summary>The cards of /quarantine. Each edits the one before it; a button's data says the act and the response.</summary>
internal sealed class QuarantineCards(TextCatalogue texts, ServiceCatalogue catalogue, IOptions<QuarantineOptions> options)
{
    public Card List(QuarantinePage page, string language)
    {
        List<string> lines = [Say(language, "title"), Say(language, page.Decided ? "decided" : "waiting", ("n", page.Total))];
        if (page.Count > 1)
            lines.Add(texts.Format(language, "manager.page", ("i", page.Number + 1), ("n", page.Count)));
        if (!options.Value.Enabled)
            lines.Add(Say(language, "off"));
        foreach (var (place, one) in page.Cases.Index())
            lines.AddRange(["", $"{place + 1}. {Reason(one, language)}", Subject(one, language), Figures(one, language), .. page.Decided ? [Status(one, language)] : Array.Empty<string>()]);
        var (here, there) = page.Decided ? ("d", "l") : ("l", "d");
        IReadOnlyList<CardButton>[] rows =
        [
            [.. page.Cases.Index().Select(c => new CardButton(Number(c.Index + 1), Data("o", c.Item.Id), Reason(c.Item, language)))],
            [.. new[] { (Label: "←", To: page.Number - 1), (Label: "→", To: page.Number + 1) }.Where(t => t.To >= 0 && t.To < page.Count)
                .Select(t => new CardButton(t.Label, Data(here, t.To), texts.Format(language, "manager.page", ("i", t.To + 1), ("n", page.Count))))],
            [new CardButton(page.Decided ? Say(language, "to_waiting", ("n", page.Waiting)) : Say(language, "to_decided"), Data(there, 0))],
        ];
        return new Card(string.Join('\n', lines), [.. rows.Where(row => row.Count > 0)], language);
    }

    /// <param name="alike">The suspected responses like this one, itself among them.</param>
    public Card One(QuarantineCase one, IReadOnlyList<long> alike, string language)
    {
        var text = string.Join('\n', [Say(language, "title"), "", Reason(one, language), Subject(one, language), Figures(one, language), "", Status(one, language)]);
        List<IReadOnlyList<CardButton>> rows = [];
        if (one.Status != QuarantineStatus.Released)
            rows.Add([new CardButton(Say(language, "release"), Data("r", one.Id))]);
        if (one.Status == QuarantineStatus.Suspected)
            rows.Add([new CardButton(Say(language, "confirm"), Data("k", one.Id))]);
        if (one.Status == QuarantineStatus.Released)
            rows.Add([new CardButton(Say(language, "return"), Data("b", one.Id))]);
        if (one.Status == QuarantineStatus.Suspected && alike.Count > 1)
        {
            rows.Add([new CardButton(Say(language, "release_alike", ("n", alike.Count)), Data("ra", one.Id, alike[^1]))]);
            rows.Add([new CardButton(Say(language, "confirm_alike", ("n", alike.Count)), Data("ka", one.Id, alike[^1]))]);
        }

        rows.Add([new CardButton("« " + texts.Get(language, "flow.back"), Data(one.Status == QuarantineStatus.Suspected ? "l" : "d", 0))]);
        return new Card(text, rows, language);
    }

    private static string Data(string act, params ReadOnlySpan<long> numbers) => string.Join('.', ["c.quarantine", act, .. numbers.ToArray().Select(Number)]);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Reason(QuarantineCase one, string language) => Say(language, "reason_" + one.Reason);

    private string Status(QuarantineCase one, string language) => Say(language, "status_" + one.Status.ToString().ToLowerInvariant());

    private string Subject(QuarantineCase one, string language) => string.Join(
        ", ",
        catalogue.FindService(one.Service)?.ShortName[language] ?? one.Service,
        texts.Get(language, "service.form_" + one.Form).ToLower(texts.Languages.First(l => l.Code == language).Culture),
        catalogue.FindRegion(one.Region)?.Name[language] ?? texts.Get(language, "manager.region_unknown"));

    private string Figures(QuarantineCase one, string language)
    {
        List<string> parts = [texts.DateWithYear(language, AlmatyTime.Day(one.SubmittedAt)), Say(language, "ratings", ("n", one.Ratings))];
        if (one.Each is { } each)
            parts.Add(Say(language, "seconds", ("seconds", texts.Number(language, (decimal)each.TotalSeconds, 1))));
        return string.Join(" · ", parts);
    }

    private string Say(string language, string key, params ReadOnlySpan<(string Name, object Value)> args) => texts.Format(language, "quarantine." + key, args);
}
