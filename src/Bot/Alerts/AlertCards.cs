using Bot.Cases;
using Bot.Comments;
using Bot.Managers;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Alerts;

/// <summary>The card that tells of alerts: what, since when, and by button what to do next. No comment, no count of a few.</summary>
internal sealed class AlertCards(TextCatalogue texts, ServiceCatalogue catalogue, SubscriptionNames names)
{
    public Card Of(IReadOnlyList<Alert> alerts, SubscriptionTarget target, string language)
    {
        var words = new ScoreWords(texts, language);
        List<string> lines = [words.Text("alerts.title"), names.Of(target, language), words["official"], ""];
        lines.AddRange(alerts.Index().Select(alert => $"{words.Number(alert.Index + 1)}. {Line(alert.Item, words)}"));
        var rows = alerts.Index().Select(alert => Take(alert.Item, alert.Index + 1, target, words)).OfType<CardButton>().Chunk(2)
            .Concat(Opened(alerts, target).Select(service => Open(service, target.Place, words)));
        return ScoreCard.Of(words, lines, [.. rows, .. alerts.All(alert => alert is Alert.Drop) && target.Kind is not SubscriptionTarget.Service ? [[Overview(target, words)]] : Array.Empty<CardButton[]>(),
            SubscriptionCards.Manage(texts, language)]);
    }

    private string Line(Alert alert, ScoreWords words) => alert switch
    {
        Alert.Drop drop => words.Format("alerts.drop", ("n", drop.Trend.Days), ("delta", words.Signed(drop.Trend.Difference))),
        Alert.Low low => words.Format("alerts.low", ("criterion", words.Criterion(low.Criterion)), ("service", Name(low.Service, words)), ("count", low.AtLeast), ("date", low.Since)),
        _ => throw new ArgumentOutOfRangeException(nameof(alert)),
    };

    private static CardButton? Take(Alert alert, int number, SubscriptionTarget target, ScoreWords words) => alert is Alert.Low low
        ? new CardButton(
            words.Format("cases.take_number", ("i", number)), CaseView.Open(low.Service, target.Place.Region, low.Criterion),
            $"{words.Text("cases.take")}: {words.Criterion(low.Criterion)}")
        : null;

    private static IEnumerable<string> Opened(IReadOnlyList<Alert> alerts, SubscriptionTarget target) => target.Kind is SubscriptionTarget.Service
        ? [target.Id]
        : alerts.OfType<Alert.Low>().Select(low => low.Service).Distinct(StringComparer.Ordinal);

    private CardButton[] Open(string service, ScorePlace place, ScoreWords words) =>
    [
        new(Name(service, words), place.Data("s", service)), new(words["comments"], new CommentView(place, service).Data(CommentView.Board, [])),
    ];

    private static CardButton Overview(SubscriptionTarget target, ScoreWords words) => new(words["title"], target.Shows(target.Place));

    private string Name(string service, ScoreWords words) => catalogue.FindService(service)?.ShortName[words.Language] ?? service;
}
