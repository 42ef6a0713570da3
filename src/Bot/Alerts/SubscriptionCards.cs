using System.Globalization;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;
using Microsoft.Extensions.Options;

namespace Bot.Alerts;

/// <summary>The cards by which subscriptions are looked at, changed and ended.</summary>
internal sealed class SubscriptionCards(TextCatalogue texts, SubscriptionNames names, IOptions<AlertsOptions> options)
{
    public const string List = "l";
    public const string One = "i";
    public const string Add = "a";
    public const string Digest = "d";
    public const string Alerts = "w";
    public const string Remove = "r";
    private const string Command = "c.subscriptions";
    private const int ButtonText = CardLimits.ButtonText;

    /// <summary>Leads from what was sent to how to change it.</summary>
    public static IReadOnlyList<CardButton> Manage(TextCatalogue texts, string language) => [new(texts.Get(language, "commands.subscriptions"), Command)];

    /// <summary>Subscribes to what a score card shows.</summary>
    /// <param name="view">The card's view.</param>
    public static CardButton Subscribe(ScoreWords words, ScorePlace place, string view, string id = "") => new(words["subscribe"], SubscriptionTarget.Data(view, place, id));

    public Card All(IReadOnlyList<SubscriptionRow> rows, string language, string? notice = null)
    {
        var words = new ScoreWords(texts, language);
        List<string> lines = [.. notice is null ? Array.Empty<string>() : [notice, ""], words.Text("alerts.subscriptions"), ""];
        lines.AddRange(rows.Select(row => $"• {Name(row, language)}: {Rhythm(row.Digest, words)}; {AlertsOf(row, words)}"));
        if (rows.Count == 0)
            lines.Add(words.Text("alerts.none"));
        return ScoreCard.Of(words, lines, [.. rows.Select(row => new[] { new CardButton(Short(Name(row, language)), Data(One, row)) }), [new CardButton(words["title"], "c.scores")]]);
    }

    public Card Of(SubscriptionRow row, string language)
    {
        var words = new ScoreWords(texts, language);
        List<string> lines =
        [
            words.Text("alerts.subscription"), Name(row, language), "",
            Rhythm(row.Digest, words), AlertsOf(row, words), "",
            words.Format("alerts.times", ("time", options.Value.SendAt.ToString("HH:mm", CultureInfo.InvariantCulture))),
        ];
        var digests = new[] { DigestRhythm.Daily, DigestRhythm.Weekly, DigestRhythm.None }.Where(rhythm => rhythm != row.Digest)
            .Select(rhythm => new CardButton(words.Text($"alerts.button_{Id(rhythm)}"), $"{Data(Digest, row)}.{Id(rhythm)}"));
        return ScoreCard.Of(words, lines,
        [
            [.. digests],
            [new CardButton(words.Text(row.Alerts ? "alerts.button_off" : "alerts.button_on"), $"{Data(Alerts, row)}.{(row.Alerts ? "0" : "1")}")],
            [new CardButton(words["unsubscribe"], Data(Remove, row))],
            [ScoreCard.Back(words, $"{Command}.{List}"), new CardButton(words["title"], SubscriptionTarget.Of(row).Shows(SubscriptionTarget.Of(row).Place))],
        ]);
    }

    /// <summary>What a button says of a rhythm; null where no button says so.</summary>
    public static DigestRhythm? ReadRhythm(string? id) => Enum.GetValues<DigestRhythm>().Where(rhythm => Id(rhythm) == id).Cast<DigestRhythm?>().FirstOrDefault();

    public string Name(SubscriptionRow row, string language) => names.Of(SubscriptionTarget.Of(row), language);

    private static string Id(DigestRhythm rhythm) => rhythm.ToString().ToLowerInvariant();

    private static string Rhythm(DigestRhythm rhythm, ScoreWords words) => words.Text($"alerts.rhythm_{Id(rhythm)}");

    private static string AlertsOf(SubscriptionRow row, ScoreWords words) => words.Text(row.Alerts ? "alerts.on" : "alerts.off");

    private static string Data(string view, SubscriptionRow row) => string.Create(CultureInfo.InvariantCulture, $"{Command}.{view}.{row.Id}");

    private static string Short(string name) => name.Length <= ButtonText ? name : name[..(ButtonText - 1)] + "…";
}
