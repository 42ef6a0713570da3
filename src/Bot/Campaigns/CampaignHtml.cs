using System.Globalization;
using System.Text;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using static Bot.Campaigns.StaffPages;

namespace Bot.Campaigns;

/// <summary>What the pages of campaigns say, as HTML.</summary>
internal sealed class CampaignHtml(CampaignTexts says, FaultTexts faults)
{
    public const int MostFaults = 100;

    /// <param name="token">Goes into every form.</param>
    public string List(IReadOnlyList<CampaignRow> campaigns, string token, string language, string? error = null)
    {
        var html = new StringBuilder(Alert(error)).Append(CultureInfo.InvariantCulture, $"""
            <section><h2>{Text("new_campaign", language)}</h2>
            {Upload($"""<p><label for="name">{Text("page.name", language)}</label><input id="name" name="name" maxlength="100" autocomplete="off"></p>""", token, language)}</section>
            <section><h2>{Text("campaigns", language)}</h2>
            """);
        if (campaigns.Count == 0)
            html.Append(CultureInfo.InvariantCulture, $"<p>{Text("none", language)}</p>");
        else
            html.Append("<ul class=\"cards\">").AppendJoin('\n', campaigns.Select(c => Item(c, language))).Append("</ul>");
        return html.Append("</section>").ToString();
    }

    public string Reading(CampaignView view, int? total, string language)
    {
        var done = view.Counts.People;
        var progress = total is { } all
            ? $"""<p role="status">{Encode(says.Format("import_progress", language, ("done", done), ("total", all)))}</p><progress aria-label="{Text("state.reading", language)}" max="{Math.Max(1, all)}" value="{done}">{done}</progress>"""
            : $"<p>{Text("import_interrupted", language)}</p>{Ask(view.Row.Id, "delete", language)}";
        return $"<section>{progress}</section>{Back(language)}";
    }

    public string Faulty(CampaignView view, IReadOnlyList<CampaignFaultRow> first, string token, string language)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""<section><p role="alert">{Encode(says.Refused(view, language))}</p>""");
        if (view.Counts.People > 0)
            html.Append(Post(view.Row.Id, "accept", "import_continue", token, language));
        html.Append(CultureInfo.InvariantCulture, $"""
            <p><a href="{Url(view.Row.Id, language, "/faults.csv")}">{Text("import_errors", language)}</a></p>
            <table><thead><tr><th scope="col">{Text("page.line", language)}</th><th scope="col">{Text("page.column", language)}</th><th scope="col">{Text("page.fault", language)}</th></tr></thead><tbody>
            """);
        foreach (var fault in first.Take(MostFaults))
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{fault.Line}</td><td>{Encode(fault.Column)}</td><td>{Encode(faults.Of(fault, language))}</td></tr>");
        html.Append("</tbody></table>");
        if (first.Count > MostFaults)
            html.Append(CultureInfo.InvariantCulture, $"<p>{Encode(says.Format("page.first_faults", language, ("n", MostFaults)))}</p>");
        return html.Append("</section>").Append(Ask(view.Row.Id, "delete", language)).Append(Back(language)).ToString();
    }

    public string Draft(CampaignView view, Forecast forecast, string token, string language, WrongForm wrong)
    {
        var (reach, start, end, _) = forecast;
        var at = view.Row.StartAt == start ? start.ToOffset(AlmatyTime.Offset).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : "";
        (string Key, int Count)[] people = [("people", view.Counts.People), ("direct", reach.Direct), ("listed", reach.Listed), ("recent", reach.Recent), ("opted_out", reach.OptedOut)];
        var options = string.Concat(Enumerable.Range(0, 3).Select(n => $"""<option value="{n}"{(n == view.Row.Reminders ? " selected" : "")}>{n}</option>"""));
        return $"""
            {Alert(wrong.Error)}
            <section><h2>{Text("page.dry_run", language)}</h2>
            {Terms(people.Select(one => (says.Get("page." + one.Key, language), one.Count)), language)}
            {Alert(says.Warning(forecast, language))}
            {(reach.Direct > 0 ? $"<p>{Encode(says.Format("page.end", language, ("time", says.Moment(end, language))))}</p>" : "")}
            <p>{Text("page.nothing_sent", language)}</p></section>
            <section><h2>{Text("send", language)}</h2>
            <form method="post" action="{Url(view.Row.Id, language, "/plan")}">
            {Token(token)}
            <p><label for="start">{Text("page.start", language)}</label><input id="start" name="start" type="datetime-local" value="{at}" aria-describedby="start-hint"></p>
            <p id="start-hint" class="hint">{Text("page.start_hint", language)}</p>
            <p><label for="reminders">{Text("page.reminders", language)}</label><select id="reminders" name="reminders">{options}</select></p>
            <p><button>{Text("page.next", language)}</button></p>
            </form></section>
            {Targets(view, wrong.Targets, token, language)}
            <section><h2>{Text("page.add_file", language)}</h2>{Upload(string.Create(CultureInfo.InvariantCulture, $"""<input type="hidden" name="{CampaignListPage.Campaign}" value="{view.Row.Id}">"""), token, language)}</section>
            {Ask(view.Row.Id, "delete", language)}{Back(language)}
            """;
    }

    /// <param name="mayRemind">Whether the next list of reminders may be made now.</param>
    public string Sent(CampaignView view, bool mayRemind, string token, string language, WrongForm wrong)
    {
        var id = view.Row.Id;
        var html = new StringBuilder(Alert(wrong.Error));
        html.Append(CultureInfo.InvariantCulture, $"""<section><p>{Encode(says.State(view.Row, language))}. {Encode(says.Format("start", language, ("time", says.Moment(view.Row.StartAt, language))))}</p>""");
        html.Append(Terms(says.Counts(view.Counts, language), language));
        html.Append(view.Row.State switch
        {
            CampaignState.Running => Post(id, "pause", "pause", token, language) + Ask(id, "stop", language),
            CampaignState.Paused => Post(id, "resume", "resume", token, language) + Ask(id, "stop", language),
            _ => "",
        });
        html.Append(CultureInfo.InvariantCulture, $"""
            </section><section><h2>{Text("page.files", language)}</h2><p class="hint">{Text("page.files_hint", language)}</p>
            <p><a href="{Url(id, language, "/links.csv")}">{Text("links", language)}</a></p>
            """);
        if (view.Row.ReminderLists > 0)
            html.Append(CultureInfo.InvariantCulture, $"""<p><a href="{Url(id, language, "/reminders.csv")}">{Encode(says.Format("page.reminder_list", language, ("i", view.Row.ReminderLists)))}</a></p>""");
        if (mayRemind)
            html.Append(Ask(id, "remind", language));
        html.Append("</section>");
        html.Append(view.Row.State is not CampaignState.Stopped ? Targets(view, wrong.Targets, token, language) : Quotas(view, language));
        return html.Append(Back(language)).ToString();
    }

    public string Confirm(CampaignView view, string act, string question, string token, string language) => $"""
        <section><p>{Encode(question)}</p>
        {Post(view.Row.Id, act, act, token, language)}
        <p><a href="{Url(view.Row.Id, language)}">{Text("page.no", language)}</a></p></section>
        """;

    public string Say(string key, string language) => $"{Alert(says.Get(key, language))}{Back(language)}";

    private string Upload(string fields, string token, string language) => $"""
        <form method="post" enctype="multipart/form-data" action="{CampaignPages.Root}?lang={language}">
        {Token(token)}{fields}
        <p><label for="file">{Text("page.file", language)}</label><input id="file" name="file" type="file" accept=".csv,.xlsx" required aria-describedby="hint"></p>
        <p id="hint" class="hint">{Encode(says.Format("page.file_hint", language, ("columns", CampaignCards.Columns)))}</p>
        <details><summary>{Text("page.codes", language)}</summary>{Terms(says.Codes(language))}</details>
        <p><button>{Text("page.upload", language)}</button></p>
        </form>
        """;

    private string Item(CampaignRow campaign, string language) =>
        $"""<li><a href="{Url(campaign.Id, language)}">{Encode(campaign.Name)}</a> <span>{Encode(says.State(campaign, language))}</span> <span>{Encode(says.Moment(campaign.CreatedAt, language))}</span></li>""";

    private string Targets(CampaignView view, string typed, string token, string language) => $"""
        <section><h2>{Text("page.targets", language)}</h2>
        {QuotaTable(view, language)}
        <form method="post" action="{Url(view.Row.Id, language, "/targets")}">
        {Token(token)}
        <p><label for="targets">{Text("page.targets_label", language)}</label><textarea id="targets" name="targets" rows="4" aria-describedby="targets-hint">{Encode(typed)}</textarea></p>
        <p id="targets-hint" class="hint">{Text("page.targets_hint", language)}</p>
        <p><button>{Text("page.set", language)}</button></p>
        </form></section>
        """;

    private string Quotas(CampaignView view, string language) =>
        view.Quotas.Count == 0 ? "" : $"<section><h2>{Text("page.targets", language)}</h2>{QuotaTable(view, language)}</section>";

    private string QuotaTable(CampaignView view, string language) => view.Quotas.Count == 0 ? "" : string.Concat(
        "<table><tbody>", string.Concat(view.Quotas.Select(q => $"<tr><th scope=\"row\">{Encode(says.Cell(q.Quota, language))}</th><td>{Encode(says.Quota(q, language))}</td></tr>")), "</tbody></table>");

    private string Terms(IEnumerable<(string Label, int Count)> terms, string language) => Terms(terms.Select(term => (term.Label, says.Number(term.Count, language))));

    private static string Terms(IEnumerable<(string Label, string Value)> terms) =>
        string.Concat("<dl>", string.Concat(terms.Select(term => $"<div><dt>{Encode(term.Label)}</dt><dd>{Encode(term.Value)}</dd></div>")), "</dl>");

    private string Post(long id, string act, string key, string token, string language) =>
        $"""<form method="post" action="{Url(id, language, "/" + act)}">{Token(token)}<p><button>{Text(key, language)}</button></p></form>""";

    private string Ask(long id, string act, string language) => $"""<p><a class="button" href="{Url(id, language, "/ask/" + act)}">{Text(act, language)}</a></p>""";

    private string Back(string language) => $"""<p><a href="{CampaignPages.Root}?lang={language}">« {Text("campaigns", language)}</a></p>""";

    private static string Alert(string? error) => error is null ? "" : $"<p role=\"alert\">{Encode(error)}</p>";

    private static string Token(string token) => $"""<input type="hidden" name="{FormToken}" value="{Encode(token)}">""";

    private static string Url(long id, string language, string rest = "") => string.Create(CultureInfo.InvariantCulture, $"{CampaignPages.Root}/{id}{rest}?lang={language}");

    private string Text(string key, string language) => Encode(says.Get(key, language));
}
