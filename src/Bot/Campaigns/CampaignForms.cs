using System.Globalization;
using Bot.Persistence.Entities;

namespace Bot.Campaigns;

/// <summary>What the forms of a campaign's page do.</summary>
internal sealed class CampaignForms(CampaignTexts says, FaultTexts faults, CampaignDesk desk, CampaignWords words, CampaignLists lists, TimeProvider time)
{
    public const string Send = "send";
    public const string Plan = "plan";
    public const string Delete = "delete";
    public const string Targets = "targets";
    private const string Stop = "stop";
    private const string Remind = "remind";

    public static bool IsAskedFirst(string act) => act is Send or Stop or Delete or Remind;

    /// <returns>What is wrong with the form; null: it is done, or was done before.</returns>
    public async Task<string?> ActAsync(CampaignVisit visit, CampaignRow campaign, string act, IFormCollection form, CancellationToken cancellationToken)
    {
        var (access, id) = (visit.Access, campaign.Id);
        switch (act)
        {
            case Plan:
                return await PlanAsync(visit, campaign, form, cancellationToken);
            case Targets:
                var wrong = await words.TargetsAsync(access, id, form[Targets].ToString(), cancellationToken);
                return wrong.Count > 0 ? string.Join('\n', wrong.Select(fault => faults.Line(fault, visit.Language))) : null;
            case Remind:
                return await lists.NextRemindersAsync(access, id, cancellationToken) ? null : says.Get("remind_not_yet", visit.Language);
            default:
                await MoveAsync(access, campaign, act, cancellationToken);
                return null;
        }
    }

    private Task<bool> MoveAsync(CampaignAccess access, CampaignRow campaign, string act, CancellationToken cancellationToken) => act switch
    {
        "accept" => desk.AcceptAsync(access, campaign.Id, cancellationToken),
        Send => desk.ConfirmAsync(access, campaign.Id, campaign.StartAt, campaign.Reminders, cancellationToken),
        "pause" => desk.PauseAsync(access, campaign.Id, cancellationToken),
        "resume" => desk.ResumeAsync(access, campaign.Id, cancellationToken),
        Stop => desk.StopAsync(access, campaign.Id, cancellationToken),
        Delete => desk.DeleteAsync(access, campaign.Id, cancellationToken),
        _ => Task.FromResult(false),
    };

    private async Task<string?> PlanAsync(CampaignVisit visit, CampaignRow campaign, IFormCollection form, CancellationToken cancellationToken)
    {
        var typed = form["start"].ToString().Trim();
        var now = time.GetUtcNow();
        var start = typed.Length == 0 ? now : CampaignWords.ReadTime(typed, now);
        if (start is null || !int.TryParse(form["reminders"], NumberStyles.None, CultureInfo.InvariantCulture, out var reminders))
            return says.Get("page.bad_time", visit.Language);
        await desk.PlanAsync(campaign.Id, start, reminders, cancellationToken);
        return null;
    }
}
