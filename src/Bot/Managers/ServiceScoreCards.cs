using System.Globalization;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

/// <summary>The cards about one service. Each edits the one before it; a button's data says the view, the service and the region looked at.</summary>
internal sealed class ServiceScoreCards(TextCatalogue texts, ServiceCatalogue catalogue)
{
    public Card Service(ServiceScores scores, ScorePlace place, string language)
    {
        var words = new ScoreWords(texts, language);
        var lines = Heading(words, scores.Service, place);
        lines.AddRange(Overall(words, scores));
        if (scores.Forms.Count > 1)
        {
            lines.AddRange(["", words["by_forms"]]);
            lines.AddRange(scores.Forms.Select(form => $"{words.Form(form.Key)}: {words.Line(form.Value.Score)}"));
        }

        return ScoreCard.Of(words, lines, [.. Drill(words, scores, place), scores.Score?.Mean is null ? [ScoreCard.Back(words, place.Data("l"))] : Last(words, place, "l", "s", scores.Service)]);
    }

    public Card Criteria(ServiceScores scores, ScorePlace place, string language)
    {
        var words = new ScoreWords(texts, language);
        var lines = Heading(words, scores.Service, place);
        lines.Add(words["by_criteria"]);
        if (scores.Forms.Count > 1)
        {
            lines.AddRange(["", $"{words["all_forms"]}: {words.Line(scores.Score)}"]);
            lines.AddRange(scores.Criteria.Where(c => c.Value is not null).Select(c => $"• {words.Criterion(c.Key)}: {words.Line(c.Value)}"));
        }

        foreach (var (form, formScores) in scores.Forms)
        {
            lines.AddRange(["", $"{words.Form(form)}: {words.Line(formScores.Score)}"]);
            lines.AddRange(formScores.Criteria.Where(c => c.Value.Score is not null)
                .Select(c => $"• {words.Criterion(c.Key)}: {words.Line(c.Value.Score, c.Value.Thin, formScores.Score)}"));
        }

        return ScoreCard.Of(words, lines, [Last(words, place, "s", "c", scores.Service)]);
    }

    /// <summary>The items of one form, criterion by criterion; the other forms by button.</summary>
    public Card Items(ServiceScores scores, string? mark, ScorePlace place, string language)
    {
        var words = new ScoreWords(texts, language);
        var lines = Heading(words, scores.Service, place);
        lines.Add(words["by_items"]);
        var form = FormOf(scores, mark);
        if (form is not null)
        {
            lines.AddRange(["", $"{words.Form(form)}: {words.Line(scores.Forms[form].Score)}"]);
            foreach (var (criterion, own) in scores.Forms[form].Criteria.Where(c => c.Value.Score is not null))
            {
                lines.AddRange(["", words.Criterion(criterion)]);
                lines.AddRange(own.Items.Where(i => i.Value is not null).Select(i => $"• {words.Label(form, i.Key)}: {words.Line(i.Value, within: own.Score)}"));
            }
        }

        var others = scores.Forms.Keys.Where(other => other != form).Select(other => new CardButton(words.Form(other), place.Data("i", scores.Service, Mark(other))));
        return ScoreCard.Of(words, lines, [[.. others], Last(words, place, "s", "i", scores.Service, form is null ? "" : Mark(form))]);
    }

    /// <summary>The form that a button of the items names, else the first; null where nobody rated.</summary>
    public static string? FormOf(ServiceScores scores, string? mark) => scores.Forms.Keys.FirstOrDefault(form => Mark(form) == mark) ?? scores.Forms.Keys.FirstOrDefault();

    public Card Providers(ServiceScores scores, ScorePlace place, string language)
    {
        var words = new ScoreWords(texts, language);
        var lines = Heading(words, scores.Service, place);
        lines.Add(words["by_providers"]);
        foreach (var (provider, score) in scores.Providers)
        {
            lines.AddRange(["", $"{Name(provider, language)}: {words.Line(score)}"]);
            lines.AddRange(scores.Forms.Where(form => form.Value.Providers.ContainsKey(provider)).Select(form => Zone(words, form, provider)));
        }

        return ScoreCard.Of(words, lines, [Last(words, place, "s", "w", scores.Service)]);
    }

    public Card Regions(RegionRating rating, ScorePlace place, string language)
    {
        var words = new ScoreWords(texts, language);
        var lines = Heading(words, rating.Service, place);
        lines.AddRange([words["by_regions"], ""]);
        lines.AddRange(rating.Rows.Where(row => row.Combined is not null).Select(row => Row(words, row)));
        var silent = rating.Rows.Where(row => row.Combined is null).Select(row => Region(words, row.Region)).Order(StringComparer.Create(words.Culture, ignoreCase: true)).ToList();
        if (silent.Count > 0)
            lines.AddRange(["", $"{words["no_data"]}: {string.Join(", ", silent)}"]);
        return ScoreCard.Of(words, lines, [Last(words, place, "s", "r", rating.Service)]);
    }

    private static List<string> Overall(ScoreWords words, ServiceScores scores)
    {
        if (scores.Score is not { } score)
            return [words["no_data"]];
        if (score.Mean is null)
            return [words["too_few"]];
        List<string> lines =
        [
            $"{words["mean"]}: {words.Mean(score)} ({words.Level(score.Level ?? "")})",
            $"{words["full_satisfaction"]}: {words.Full(score)}",
            words.Say("respondents", ("n", scores.Respondents ?? 0)),
        ];
        if (score.Status == ScoreStatus.Preliminary)
            lines.Add($"{words["preliminary"]}. {words["unranked"]}.");
        if (score.Status == ScoreStatus.TooFew)
            lines.Add(words["hidden"]);
        return lines;
    }

    private static IReadOnlyList<IReadOnlyList<CardButton>> Drill(ScoreWords words, ServiceScores scores, ScorePlace place)
    {
        CardButton To(string key, string view) => new(words[key], place.Data(view, scores.Service));
        List<CardButton> last = [To("by_providers", "w")];
        if (place.Region is null)
            last.Add(To("by_regions", "r"));
        return scores.Score?.Mean is null ? [] : [[To("by_criteria", "c"), To("by_items", "i")], last];
    }

    private static IReadOnlyList<CardButton> Last(ScoreWords words, ScorePlace place, string back, string view, params ReadOnlySpan<string> arguments) =>
    [
        ScoreCard.Back(words, back == "s" ? place.Data(back, arguments[0]) : place.Data(back)), ScoreCard.Picture(words, place, view, arguments),
    ];

    /// <summary>A form in a button's data, which has no room for its id beside a long service's and region's.</summary>
    private static string Mark(string form) => form[..1] + form.Length.ToString(CultureInfo.InvariantCulture);

    private static string Zone(ScoreWords words, KeyValuePair<string, FormScores> form, string provider)
    {
        var zone = form.Value.Providers[provider];
        return $"• {words.Form(form.Key)}, {words["zone_" + zone.Zone]}: {words.Line(zone.Score)}";
    }

    private string Row(ScoreWords words, RegionRow row)
    {
        var place = row.Rank is { } rank ? $"{words.Number(rank)}." : "–";
        (ServiceForm Form, ScoreView? Score)[] forms = [(ServiceForm.Electronic, row.Electronic), (ServiceForm.Paper, row.Paper), (ServiceForm.Proactive, row.Proactive)];
        var shown = forms.Where(f => f.Score?.Mean is not null).Select(f => $"{words.Form(f.Form.Id()).ToLower(words.Culture)} {words.Mean(f.Score!)}").ToList();
        var byForm = shown.Count > 1 ? $" ({string.Join("; ", shown)})" : "";
        return $"{place} {Region(words, row.Region)}: {words.Line(row.Combined)}{byForm}";
    }

    private List<string> Heading(ScoreWords words, string service, ScorePlace place)
    {
        var found = catalogue.FindService(service);
        List<string> lines = [found?.ShortName[words.Language] ?? service, found?.Code is { } code ? $"{code} · {words["official"]}" : words["official"]];
        if (place.Region is { } region)
            lines.Add(words.Say("region_only", ("region", Region(words, region))));
        lines.Add("");
        return lines;
    }

    private string Region(ScoreWords words, string id) => catalogue.FindRegion(id)?.Name[words.Language] ?? words["region_unknown"];

    private string Name(string provider, string language) => catalogue.FindProvider(provider)?.ShortName[language] ?? provider;
}
