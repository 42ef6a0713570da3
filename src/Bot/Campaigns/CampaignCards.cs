using Bot.Invitations;
using Bot.Invitations.Funnels;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;

namespace Bot.Campaigns;

/// <summary>The cards of /campaigns. A button's data is <c>c.campaigns.ACT.CAMPAIGN</c>.</summary>
internal sealed class CampaignCards(
    CampaignViews views, CampaignTexts says, FaultTexts faults, CampaignForecast forecast, InvitationLinks links)
{
    public const string Open = "o";
    public const string Accept = "a";
    public const string Faults = "e";
    public const string Send = "s";
    public const string SendNow = "y";
    public const string Reminders = "r";
    public const string Delete = "d";
    public const string DeleteNow = "x";
    public const string Pause = "p";
    public const string Resume = "u";
    public const string Stop = "t";
    public const string StopNow = "z";
    public const string Links = "l";
    public const string Remind = "m";
    public const string RemindNow = "n";
    private const string Command = "c.campaigns";
    private const int MostShown = 12;
    private const int MostFaults = 10;

    public Card List(IReadOnlyList<CampaignRow> campaigns, string language)
    {
        var buttons = campaigns.Take(MostShown).Select(c => new[] { new CardButton(Short($"{c.Name}: {says.State(c, language)}"), Data(Open, c.Id)) });
        var text = $"{says.Get("campaigns", language)}\n\n{says.Format("how_to_import", language, ("columns", Columns), ("url", links.Campaigns()))}";
        return new Card(text, [.. buttons, [new CardButton(says.Get("refresh", language), Command)]], language);
    }

    /// <summary>All of one campaign; the list's heading where it is gone.</summary>
    public async Task<Card> CampaignAsync(CampaignAccess access, long id, string language, CancellationToken cancellationToken)
    {
        if (await views.FindAsync(access, id, cancellationToken) is not { } view)
            return List(await views.ListAsync(access, cancellationToken), language);
        return view.Row.State switch
        {
            CampaignState.Reading => Of(language, [says.Get("state.reading", language)], [Button(Open, "refresh")], [Button(Delete, "delete")]),
            CampaignState.Faulty => await FaultyAsync(view, language, cancellationToken),
            CampaignState.Draft => await DraftAsync(view, language, cancellationToken),
            CampaignState.Running or CampaignState.Paused => Of(
                language, [says.Progress(view, language)],
                [view.Row.State is CampaignState.Paused ? Button(Resume, "resume") : Button(Pause, "pause"), Button(Stop, "stop")],
                [Button(Links, "links")], [Button(Remind, "remind")], [Funnel()], [Button(Open, "refresh")]),
            CampaignState.Done => Of(language, [says.Progress(view, language)], [Button(Links, "links")], [Button(Remind, "remind")], [Funnel()], [Button(Open, "refresh")]),
            _ => Of(language, [says.Progress(view, language)], [Funnel()], [Button(Open, "refresh")]),
        };

        CardButton Funnel() => new(says.Funnel(language), new FunnelPress(CampaignId: id).Data());

        CardButton Button(string act, string key) => new(says.Get(key, language), Data(act, id));
    }

    /// <summary>Asks before an act that cannot be taken back.</summary>
    public async Task<Card> ConfirmAsync(CampaignAccess access, long id, string act, string language, CancellationToken cancellationToken)
    {
        if (await views.FindAsync(access, id, cancellationToken) is not { } view)
            return List(await views.ListAsync(access, cancellationToken), language);
        var (text, yes, label) = act switch
        {
            Send => (says.Confirm(await forecast.FindAsync(view.Row, cancellationToken), language), SendNow, "send"),
            Stop => (says.Get("stop_confirm", language), StopNow, "stop"),
            Remind => (says.Get("remind_confirm", language), RemindNow, "remind"),
            _ => (says.Get("delete_confirm", language), DeleteNow, "delete"),
        };
        return Of(language, [says.Title(view.Row, language), text], [new CardButton(says.Get(label, language), Data(yes, id))]);
    }

    /// <summary>Says where the staff page is that does what the chat does not.</summary>
    public Card TakenByPage(string key, string language) => Card.Plain(says.Format(key, language, ("url", links.Campaigns())), language);

    public string Caption(CampaignRow campaign, string key, string language) => $"{says.Title(campaign, language)}. {says.Get(key, language)}";

    public Card Say(string key, string language) => new(says.Get(key, language), [[new CardButton(says.Get("campaigns", language), Command)]], language);

    public static string Columns { get; } = string.Join(", ", CampaignLines.Required.Append(CampaignLines.Recipient));

    private async Task<Card> FaultyAsync(CampaignView view, string language, CancellationToken cancellationToken)
    {
        var first = await views.FaultsAsync(view.Row.Id, MostFaults, cancellationToken);
        List<string> lines = [says.Title(view.Row, language), "", says.Refused(view, language), "", .. first.Select(fault => faults.Line(fault, language))];
        if (view.Faulty > MostFaults)
            lines.Add("…");
        IReadOnlyList<CardButton> accept = view.Counts.People > 0 ? [new CardButton(says.Get("import_continue", language), Data(Accept, view.Row.Id))] : [];
        return Of(
            language, lines, accept,
            [new CardButton(says.Get("import_errors", language), Data(Faults, view.Row.Id))], [new CardButton(says.Get("delete", language), Data(Delete, view.Row.Id))]);
    }

    private async Task<Card> DraftAsync(CampaignView view, string language, CancellationToken cancellationToken)
    {
        var expected = await forecast.FindAsync(view.Row, cancellationToken);
        IEnumerable<string> warnings = says.Warning(expected, language) is { } warning ? [warning] : [];
        IEnumerable<string> lines =
        [
            says.Title(view.Row, language), says.People(view, language), "", says.DryRun(expected.Reach, expected.End, language), .. warnings,
            says.Format("start", language, ("time", says.Moment(expected.Start, language))),
            says.Format("reminders", language, ("n", view.Row.Reminders)), .. says.Quotas(view, language), "", says.Get("typed_help", language),
        ];
        return Of(
            language, lines,
            [new CardButton(says.Get("send", language), Data(Send, view.Row.Id))],
            [new CardButton(says.Format("reminders", language, ("n", (view.Row.Reminders + 1) % 3)), Data(Reminders, view.Row.Id))],
            [new CardButton(says.Get("delete", language), Data(Delete, view.Row.Id))]);
    }

    private Card Of(string language, IEnumerable<string> lines, params IReadOnlyList<IReadOnlyList<CardButton>> rows) => new(
        ScoreCard.Cut(string.Join('\n', lines)), [.. rows.Where(row => row.Count > 0), [new CardButton("« " + says.Get("campaigns", language), Command)]], language);

    private static string Data(string act, long campaign) => FormattableString.Invariant($"{Command}.{act}.{campaign}");

    private static string Short(string label) => label.Length <= CardLimits.ButtonText ? label : label[..(CardLimits.ButtonText - 1)] + "…";
}
