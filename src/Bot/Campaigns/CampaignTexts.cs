using System.Globalization;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Campaigns;

/// <summary>What is said of campaigns, in chat and on the page alike.</summary>
internal sealed class CampaignTexts(TextCatalogue texts, ServiceCatalogue catalogue, TimeProvider time)
{
    public string Get(string key, string language) => texts.Get(language, "coordinator." + key);

    public string Format(string key, string language, params ReadOnlySpan<(string Name, object Value)> args) => texts.Format(language, "coordinator." + key, args);

    public string Title(CampaignRow campaign, string language) => Format("campaign_title", language, ("name", campaign.Name));

    public string State(CampaignRow campaign, string language)
    {
        var isScheduled = campaign.State is CampaignState.Running && campaign.StartAt > time.GetUtcNow();
        return Get("state." + (isScheduled ? "scheduled" : campaign.State.ToString().ToLowerInvariant()), language);
    }

    public string Refused(CampaignView view, string language) => Format("import_refused", language, ("bad", view.Faulty), ("ok", view.Counts.People));

    public string People(CampaignView view, string language) => texts.Format(language, "coordinator.invitations_count", ("n", view.Counts.People));

    public string DryRun(CampaignReach reach, DateTimeOffset end, string language) => Format(
        "dry_run", language, ("a", reach.Direct), ("b", reach.Listed), ("c", reach.Recent), ("d", reach.OptedOut), ("time", Moment(end, language)));

    /// <summary>What the coordinator should look at before sending; null: nothing.</summary>
    public string? Warning(Forecast forecast, string language) => forecast.Repeated > 0 ? Format("repeated", language, ("n", Number(forecast.Repeated, language))) : null;

    public string Confirm(Forecast forecast, string language) => Format(
        "send_confirm", language, ("n", forecast.Reach.Invited), ("a", forecast.Reach.Direct), ("b", forecast.Reach.Listed), ("time", Moment(forecast.Start, language)));

    /// <summary>Day and time in Kazakhstan; with the year where it is another one.</summary>
    public string Moment(DateTimeOffset at, string language)
    {
        var local = at.ToOffset(AlmatyTime.Offset);
        var day = DateOnly.FromDateTime(local.DateTime);
        var date = day.Year == AlmatyTime.Day(time.GetUtcNow()).Year ? texts.Date(language, day) : texts.DateWithYear(language, day);
        return $"{date}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The numbers in the order of the way that people go; a number that says nothing here is left out.</summary>
    public IEnumerable<(string Label, int Count)> Counts(CampaignCounts counts, string language)
    {
        (string Key, int Count, bool Always)[] all =
        [
            ("invited", counts.Invited, true), ("to_send", counts.Due, false), ("delivered", counts.Delivered, true), ("failed", counts.Failed, false), ("opened", counts.Opened, true),
            ("started", counts.Started, true), ("completed", counts.Completed, true), ("refused", counts.Refused, false),
        ];
        return all.Where(one => one.Always || one.Count > 0).Select(one => (Get(one.Key, language), one.Count));
    }

    public string Progress(CampaignView view, string language)
    {
        IEnumerable<string> lines =
        [
            Title(view.Row, language), State(view.Row, language), "", .. Counts(view.Counts, language).Select(one => Line(one.Label, one.Count, language)), .. Quotas(view, language),
        ];
        return string.Join('\n', lines);
    }

    public IEnumerable<string> Quotas(CampaignView view, string language) => view.Quotas.Select(quota => $"{Cell(quota.Quota, language)}. {Quota(quota, language)}");

    public string Quota(QuotaCount quota, string language) => Format("quota", language, ("done", quota.Done), ("target", quota.Quota.Target));

    public string Cell(QuotaLine quota, string language)
    {
        string?[] parts =
        [
            catalogue.FindService(quota.Service)?.ShortName[language] ?? quota.Service,
            quota.Form.Length == 0 ? null : texts.Get(language, "service.form_" + quota.Form),
            quota.Region.Length == 0 ? null : catalogue.FindRegion(quota.Region)?.Name[language] ?? quota.Region,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    /// <summary>All that may stand in the columns of a file, each with its name.</summary>
    public IEnumerable<(string Name, string Code)> Codes(string language) => catalogue.Services.Select(service => (service.ShortName[language], service.Id))
        .Concat(ServiceForms.All.Select(form => (texts.Get(language, "service.form_" + form.Id()), form.Id())))
        .Concat(catalogue.Regions.Select(region => (region.Name[language], region.Id)))
        .Concat(texts.Languages.Select(spoken => (spoken.Name, spoken.Code)));

    /// <summary>What the button to a campaign's funnel says.</summary>
    public string Funnel(string language) => texts.Get(language, "commands.funnel");

    public string Number(int count, string language) => texts.Number(language, count, 0);

    private string Line(string label, int count, string language) => $"{label}: {Number(count, language)}";
}
