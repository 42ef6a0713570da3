using Bot.Alerts;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;
using Microsoft.Extensions.Options;

namespace Bot.Managers;

/// <summary>The cards that lead to a service or a provider: the overall picture and the lists.</summary>
internal sealed class OverviewCards(
    TextCatalogue texts, ServiceCatalogue catalogue, ScoringForms forms, StaffTexts staffTexts, TimeProvider time, IOptions<ScoresOptions> options)
{
    private const int PageSize = 8;

    /// <summary>The first screen: how are we doing?</summary>
    public Card Overview(ScoreSummary summary, ScoreAccess access, ScorePlace place, string language)
    {
        var words = new ScoreWords(texts, language);
        List<string> lines = [.. Head(summary, access, place, words), .. Figures(summary, words), .. Gated(summary, words)];
        if (summary.UpdatedAt is { } time)
            lines.Add(words.Updated(time));
        lines.AddRange(["", words["search_hint"], words["own_period_hint"]]);
        return ScoreCard.Of(
            words,
            lines,
            [
                .. Ways(access, place, words), .. ScoreCard.Periods(words, place, "o"),
                [ScoreCard.Picture(words, place, "o"), SubscriptionCards.Subscribe(words, place, "o")], .. OtherPlaces(access, place, words),
            ]);
    }

    public Card Services(IReadOnlyList<ServiceSummary> services, int page, ScorePlace place, string language)
    {
        var words = new ScoreWords(texts, language);
        var named = services.Select(service => (service.Service, Name: catalogue.FindService(service.Service)!.ShortName[language], service.Score));
        return List(words["services"], [.. named], page, ("l", "s"), place, words);
    }

    public Card Providers(IReadOnlyList<ProviderSummary> providers, int page, ScorePlace place, string language)
    {
        var words = new ScoreWords(texts, language);
        var named = providers.Select(provider => (provider.Provider, Name: catalogue.FindProvider(provider.Provider)!.ShortName[language], provider.Score));
        return List(words["by_providers"], [.. named], page, ("p", "v"), place, words);
    }

    public Card Provider(ProviderScores scores, ScorePlace place, string language)
    {
        var words = new ScoreWords(texts, language);
        var shared = Lines(words);
        List<string> lines =
        [
            catalogue.FindProvider(scores.Provider)?.Name[language] ?? scores.Provider,
            words["official"],
            Counted(place, words),
            "",
            $"{words["simple_mean"]}: {words.Line(scores.Score)}",
            $"{words["weighted"]}: {words.Line(scores.Weighted)}",
            "",
            .. scores.Services.Where(service => service.Score is not null)
                .Select(service => $"• {catalogue.FindService(service.Service)?.ShortName[language]}: {words.Line(service.Score)}{shared.InBrackets(service.Period, place, Today)}"),
        ];
        return ScoreCard.Of(
            words,
            lines,
            [[SubscriptionCards.Subscribe(words, place, "v", scores.Provider)], [ScoreCard.Back(words, place.Data("p")), ScoreCard.Picture(words, place, "v", scores.Provider)]]);
    }

    /// <summary>The services that were searched for.</summary>
    public Card Found(IReadOnlyList<(Service Service, ScorePlace Place)> found, string language)
    {
        var words = new ScoreWords(texts, language);
        var buttons = found.Take(PageSize).Select(f => new CardButton(f.Service.ShortName[language], f.Place.Data("s", f.Service.Id)));
        return ScoreCard.Of(words, [words["found"]], [.. buttons.Select(button => new[] { button })]);
    }

    private Card List(
        string title, List<(string Id, string Name, ScoreView? Score)> all, int page, (string List, string One) views, ScorePlace place, ScoreWords words)
    {
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = all.OrderBy(one => one.Name, StringComparer.Create(words.Culture, ignoreCase: true)).Skip(page * PageSize).Take(PageSize).ToList();
        List<string> lines = [title, words["official"], Counted(place, words)];
        if (pages > 1)
            lines.Add(words.Say("page", ("i", page + 1), ("n", pages)));
        lines.AddRange(["", .. shown.Select(one => $"• {one.Name}: {words.Line(one.Score)}")]);
        var turn = new[] { (Label: "←", Page: page - 1), (Label: "→", Page: page + 1) }
            .Where(t => t.Page >= 0 && t.Page < pages).Select(t => new CardButton(t.Label, place.Data(views.List, words.Number(t.Page)), words.Say("page", ("i", t.Page + 1), ("n", pages))));
        return ScoreCard.Of(
            words,
            lines,
            [.. shown.Select(one => new[] { new CardButton(one.Name, place.Data(views.One, one.Id)) }), [.. turn], [ScoreCard.Back(words, place.Data("o"))]]);
    }

    private IEnumerable<string> Head(ScoreSummary summary, ScoreAccess access, ScorePlace place, ScoreWords words)
    {
        yield return words["title"];
        var scope = place.Region is { } region ? Region(region, words) : access.Scope.IsEverything ? null : staffTexts.Scope(access.Scope with { Regions = [] }, words.Language);
        yield return string.Join(" · ", new[] { scope, Lines(words).Period(place, Today), words["official"] }.OfType<string>());
        yield return words.Say("with_answers", ("rated", summary.Services.Count(s => s.Score is not null)), ("total", summary.Services.Count))
            + "; " + words.Say("respondents_all", ("n", summary.Shown.Sum(s => s.Respondents ?? 0)));
        yield return "";
    }

    private IEnumerable<string> Figures(ScoreSummary summary, ScoreWords words)
    {
        if (summary.Score is not { } score)
            return [words["nothing_ranked"]];
        var lines = Lines(words);
        var ranked = summary.Ranked;
        return new[]
        {
            words.Say("over_services", ("n", summary.Shown.Count), ("score", lines.Interval(score))),
            lines.Reach(summary.Reach),
            lines.Trend(summary.Trend),
            lines.Shares(score),
            ranked.Count > 1 ? words.Say("best", ("name", Name(ranked[0].Service, words)), ("score", words.Line(ranked[0].Score))) : null,
            ranked.Count > 1 ? words.Say("worst", ("name", Name(ranked[^1].Service, words)), ("score", words.Line(ranked[^1].Score))) : null,
            lines.Weakest(summary.Weakest, withService: true),
            words.Say("refused_overdue", ("refused", Refused(summary, words)), ("overdue", lines.People(summary.Reach.Overdue))),
        }.OfType<string>();
    }

    private static string Refused(ScoreSummary summary, ScoreWords words) => summary switch
    {
        { MayBeRefusedMore: false } => words.Number(summary.Refused),
        { Refused: > 0 } => $"≥ {words.Number(summary.Refused)}",
        _ => "–",
    };

    private IEnumerable<string> Gated(ScoreSummary summary, ScoreWords words)
    {
        if (summary.Count(ScoreStatus.Preliminary) is > 0 and var preliminary)
            yield return words.Say("preliminary_count", ("n", preliminary), ("min", options.Value.MinimumToRank));
        if (summary.Count(ScoreStatus.TooFew) is > 0 and var few)
            yield return words.Say("hidden_count", ("n", few));
    }

    private static IReadOnlyList<CardButton>[] Ways(ScoreAccess access, ScorePlace place, ScoreWords words)
    {
        List<CardButton> row = [new CardButton(words["services"], place.Data("l"))];
        if (access.Scope.IsEverything || place.Region is not null || access.Scope.Providers.Count > 0)
            row.Add(new CardButton(words["by_providers"], place.Data("p")));
        return [row];
    }

    private IEnumerable<IReadOnlyList<CardButton>> OtherPlaces(ScoreAccess access, ScorePlace place, ScoreWords words) =>
        access.Places.Where(other => other != place.OfAllTime())
            .Select(other => new[] { new CardButton(other.Region is { } region ? Region(region, words) : words["title"], other.Data("o")) });

    /// <summary>Where and when the responses are from.</summary>
    private string Counted(ScorePlace place, ScoreWords words)
    {
        var period = Lines(words).Period(place, Today);
        return place.Region is { } region ? $"{words.Say("region_only", ("region", Region(region, words)))} · {period}" : period;
    }

    private DateOnly Today => AlmatyTime.Day(time.GetUtcNow());

    private ScoreLines Lines(ScoreWords words) => new(words, catalogue, forms);

    private string Name(string service, ScoreWords words) => catalogue.FindService(service)?.ShortName[words.Language] ?? service;

    private string Region(string id, ScoreWords words) => catalogue.FindRegion(id)?.Name[words.Language] ?? id;
}
