using Bot.Alerts;
using Bot.Comments;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

/// <summary>The cards about one service. Each edits the one before it; a button's data says the view, the service and the region looked at.</summary>
internal sealed class ServiceScoreCards(TextCatalogue texts, ServiceCatalogue catalogue, ScoringForms forms, TimeProvider time)
{
    public Card Service(ServiceScores scores, ScoreContext context, ScorePlace place, string language)
    {
        var words = new ScoreWords(texts, language);
        var lines = Heading(words, scores.Service, place, scores.Period);
        lines.AddRange(Overall(words, scores, context));
        if (scores.Forms.Count > 1)
        {
            lines.AddRange(["", words["by_forms"]]);
            lines.AddRange(scores.Forms.Select(form => $"{words.Form(form.Key)}: {words.Line(form.Value.Score)}"));
        }

        return ScoreCard.Of(words, lines, [.. Drill(words, scores, place), .. ScoreCard.Periods(words, place, "s", scores.Service), [SubscriptionCards.Subscribe(words, place, "s", scores.Service)], scores.Score?.Mean is null ? [ScoreCard.Back(words, place.Data("l"))] : Last(words, place, "l", "s", scores.Service)]);
    }

    public Card Criteria(ServiceScores scores, ScorePlace place, string language)
    {
        var words = new ScoreWords(texts, language);
        var lines = Heading(words, scores.Service, place, scores.Period);
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
        var lines = Heading(words, scores.Service, place, scores.Period);
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
        var lines = Heading(words, scores.Service, place, scores.Period);
        lines.Add(words["by_providers"]);
        foreach (var (provider, score) in scores.Providers)
        {
            lines.AddRange(["", $"{Name(provider, language)}: {words.Line(score)}"]);
            lines.AddRange(scores.Forms.Where(form => form.Value.Providers.ContainsKey(provider)).Select(form => Zone(words, form, provider)));
        }

        return ScoreCard.Of(words, lines, [Last(words, place, "s", "w", scores.Service)]);
    }

    /// <summary>The score by outcome, channel, source and language of the survey.</summary>
    public Card Splits(ServiceScores scores, ScorePlace place, string language)
    {
        var words = new ScoreWords(texts, language);
        var lines = Heading(words, scores.Service, place, scores.Period);
        lines.Add($"{words["overall"]}: {words.Line(scores.Score)}");
        foreach (var (dimension, parts) in (scores.Splits ?? new Dictionary<string, IReadOnlyDictionary<string, ScoreView?>>()).Where(d => d.Value.Count > 0))
        {
            lines.AddRange(["", words["split_" + dimension]]);
            lines.AddRange(parts.Select(part => $"• {words.Part(dimension, part.Key)}: {words.Line(part.Value)}"));
        }

        return ScoreCard.Of(words, lines, [[ScoreCard.Back(words, place.Data("s", scores.Service))]]);
    }

    public Card Regions(RegionRating rating, ScorePlace place, string language)
    {
        var words = new ScoreWords(texts, language);
        var lines = Heading(words, rating.Service, place, counted: null);
        lines.AddRange([words["by_regions"], ""]);
        lines.AddRange(rating.Rows.Where(row => row.Combined is not null).Select(row => Row(words, row, place)));
        var silent = rating.Rows.Where(row => row.Combined is null).Select(row => Region(words, row.Region)).Order(StringComparer.Create(words.Culture, ignoreCase: true)).ToList();
        if (silent.Count > 0)
            lines.AddRange(["", $"{words["no_data"]}: {string.Join(", ", silent)}"]);
        return ScoreCard.Of(words, lines, [Last(words, place, "s", "r", rating.Service)]);
    }

    private List<string> Overall(ScoreWords words, ServiceScores scores, ScoreContext context)
    {
        if (scores.Score is not { } score)
            return [words["no_data"]];
        if (score.Mean is null)
            return [words["too_few"]];
        var shared = new ScoreLines(words, catalogue, forms);
        List<string> lines =
        [
            $"{words["mean"]}: {shared.Interval(score)}",
            $"{words["full_satisfaction"]}: {words.Full(score)}",
            words.Say("respondents", ("n", scores.Respondents ?? 0)),
            .. new[] { shared.Reach(context.Reach), shared.Trend(context.Trend), shared.Shares(score) }.OfType<string>(),
            $"{words["without_thin"]}: {Beside(words, scores.WithoutThin)}; {words["weighted"].ToLower(words.Culture)}: {Beside(words, scores.Weighted)}",
            .. new[] { shared.Weakest(WeakItem.Of([scores]), withService: false), shared.Days(context.Days) }.OfType<string>(),
        ];
        if (score.Status == ScoreStatus.Preliminary)
            lines.Add($"{words["preliminary"]}. {words["unranked"]}.");
        if (score.Status == ScoreStatus.TooFew)
            lines.Add(words["hidden"]);
        return lines;
    }

    private static string Beside(ScoreWords words, ScoreView? score) => score?.Mean is null ? "–" : words.Mean(score);

    private static IReadOnlyList<IReadOnlyList<CardButton>> Drill(ScoreWords words, ServiceScores scores, ScorePlace place)
    {
        CardButton To(string key, string view) => new(words[key], place.Data(view, scores.Service));
        List<CardButton> last = [To("by_providers", "w")];
        if (place.Region is null)
            last.Add(To("by_regions", "r"));
        return scores.Score?.Mean is null ? []
            : [[To("by_criteria", "c"), To("by_items", "i")], last, [.. Deeper(words, scores, place)]];
    }

    private static IEnumerable<CardButton> Deeper(ScoreWords words, ServiceScores scores, ScorePlace place)
    {
        if (scores.Splits is not null)
            yield return new CardButton(words["splits"], place.Data("x", scores.Service));
        yield return new CardButton(words["comments"], new CommentView(place, scores.Service).Data(CommentView.Board, []));
    }

    private static IReadOnlyList<CardButton> Last(ScoreWords words, ScorePlace place, string back, string view, params ReadOnlySpan<string> arguments) =>
    [
        ScoreCard.Back(words, back == "s" ? place.Data(back, arguments[0]) : place.Data(back)), ScoreCard.Picture(words, place, view, arguments),
    ];

    /// <summary>A form in a button's data, which has no room for its id beside a long service's and region's.</summary>
    private static string Mark(string form) => form[..2];

    private static string Zone(ScoreWords words, KeyValuePair<string, FormScores> form, string provider)
    {
        var zone = form.Value.Providers[provider];
        return $"• {words.Form(form.Key)}, {words["zone_" + zone.Zone]}: {words.Line(zone.Score)}";
    }

    private string Row(ScoreWords words, RegionRow row, ScorePlace place)
    {
        var rank = row.Rank is { } number ? $"{words.Number(number)}." : "–";
        (ServiceForm Form, ScoreView? Score)[] cells = [(ServiceForm.Electronic, row.Electronic), (ServiceForm.Paper, row.Paper), (ServiceForm.Proactive, row.Proactive)];
        var rated = cells.Where(f => f.Score is not null && row.Combined?.Mean is not null)
            .Select(f => $"{words.Form(f.Form.Id()).ToLower(words.Culture)} {(f.Score!.Mean is null ? words["mark_few"].ToLower(words.Culture) : words.Mean(f.Score))}").ToList();
        var byForm = rated.Count > 1 ? $" ({string.Join("; ", rated)})" : "";
        var effective = new ScoreLines(words, catalogue, forms).InBrackets(row.Period, place, AlmatyTime.Day(time.GetUtcNow()));
        return $"{rank} {Region(words, row.Region)}: {words.Line(row.Combined)}{byForm}{effective}";
    }

    /// <param name="counted">The days that were counted; null: all that were asked for.</param>
    private List<string> Heading(ScoreWords words, string service, ScorePlace place, ScorePeriod? counted)
    {
        var found = catalogue.FindService(service);
        List<string> lines = [found?.ShortName[words.Language] ?? service, found?.Code is { } code ? $"{code} · {words["official"]}" : words["official"]];
        var (shared, today) = (new ScoreLines(words, catalogue, forms), AlmatyTime.Day(time.GetUtcNow()));
        var period = shared.Period(place, today);
        lines.Add(place.Region is { } region ? $"{words.Say("region_only", ("region", Region(words, region)))} · {period}" : period);
        if (shared.Effective(counted, place, today) is { } effective)
            lines.Add(effective);
        lines.Add("");
        return lines;
    }

    private string Region(ScoreWords words, string id) => catalogue.FindRegion(id)?.Name[words.Language] ?? words["region_unknown"];

    private string Name(string provider, string language) => catalogue.FindProvider(provider)?.ShortName[language] ?? provider;
}
