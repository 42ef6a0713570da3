using Bot.Scores;
using Bot.Survey.Catalogue;

namespace Bot.Managers;

/// <summary>The lines about truth that several cards share: interval, change, reach, distribution, period.</summary>
internal sealed class ScoreLines(ScoreWords words, ServiceCatalogue catalogue, ScoringForms forms)
{
    /// <summary>«4,76 (4,65–4,84), выше среднего».</summary>
    public string Interval(ScoreView score) => score.Interval is { } interval
        ? words.Say("scale_line", ("mean", words.Mean(score)), ("low", words.Mean(interval.LowShown)), ("high", words.Mean(interval.HighShown)), ("level", words.Level(score.Level ?? "")))
        : words.Mean(score);

    public string? Trend(ScoreTrend? trend) => trend is null ? null : words.Say(
        "trend", ("n", trend.Days), ("delta", words.Signed(trend.Difference)), ("mark", words[trend.Real ? "trend_real" : "trend_chance"]));

    public string Shares(ScoreView score) => words.Say("fives_lows", ("fives", words.Percent(score.ShareShown(5, 5))), ("lows", words.Percent(score.ShareShown(1, 2))));

    public string? Reach(ScoreReach reach) => reach.Invited is null or 0 ? null : words.Say("reached", ("invited", People(reach.Invited)), ("answered", People(reach.Answered)));

    /// <summary>A number of people, or that they are too few to be told.</summary>
    public string People(long? people) => people is { } number ? words.Number(number) : words["people_few"];

    /// <summary>«Срок: 5 раб. дн.; дольше него: 3 из 40; медиана, дней: 4».</summary>
    public string? Days(DaysTaken? days) => days is null ? null : words.Say(
        "days_taken",
        ("term", words.Say(days.Term.Unit is DeadlineUnit.WorkingDay ? "term_working" : "term_calendar", ("n", days.Term.Value))),
        ("late", days.Late),
        ("compared", days.Compared),
        ("median", days.Median));

    /// <summary>«Понятность информации, 4,21 (портал: НАО «ГК…», апостиль)»: what, how bad, whose, in which service.</summary>
    public string? Weakest(WeakItem? weak, bool withService)
    {
        if (weak is null || catalogue.FindService(weak.Service) is not { } service)
            return null;
        var where = withService ? service.ShortName[words.Language] : words.Form(weak.Form);
        var whose = ProviderOf(service, weak) is { } provider ? $"{where}; {provider}" : where;
        return words.Say("weakest", ("item", words.Label(weak.Form, weak.Item)), ("score", words.Mean(weak.Score)), ("where", whose));
    }

    public string Period(ScorePlace place, DateOnly today) => place.Period.Days(today) switch
    {
        null => words["all_time"],
        var (from, to) when to == today && place.Period == PeriodChoice.LastDays(to.DayNumber - from.DayNumber + 1) => words.Say("last_days", ("n", to.DayNumber - from.DayNumber + 1)),
        var (from, to) => words.Say("period", ("from", words.Date(from)), ("to", words.Date(to))),
    };

    /// <summary>The days that were counted, where they are not those that were asked for.</summary>
    public string? Effective(ScorePeriod? period, ScorePlace place, DateOnly today) =>
        period is { From: { } from, To: { } to } && from > DateOnly.MinValue && place.Period.Days(today) is { } asked && asked != (from, to)
            ? words.Say("effective", ("from", words.Date(from)), ("to", words.Date(to)))
            : null;

    /// <summary>The same behind a row of several that differ in it; empty where it is as asked for.</summary>
    public string InBrackets(ScorePeriod? period, ScorePlace place, DateOnly today) => Effective(period, place, today) is { } effective ? $" ({effective})" : "";

    private string? ProviderOf(Service service, WeakItem weak) =>
        ServiceForms.TryParse(weak.Form, out var form) && forms.Find(weak.Form)?.Layout.ZoneByItem.GetValueOrDefault(weak.Item) is { } zone
            && service.ProviderOf(form, zone) is { } provider
            ? catalogue.FindProvider(provider)?.ShortName[words.Language]
            : null;
}
