using System.Globalization;
using Bot.Conversations;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;

namespace Bot.Campaigns;

/// <summary>
/// What is typed below a campaign's card: a number (a target for every cell), lines «1403024 electronic astana 400», or a time «28.11 10:00». It is
/// about the newest draft, else about the newest campaign that runs, whose card is shown then.
/// </summary>
internal sealed class CampaignWords(CampaignViews views, CampaignDesk desk, CampaignCards cards, FaultTexts faults, ServiceCatalogue catalogue, TimeProvider time)
{
    private static readonly string[] Times = ["d.M H:mm", "d.M.yyyy H:mm", "yyyy-M-d H:mm", "yyyy-M-d'T'H:mm"];

    public async Task<Card> ReadAsync(CommandContext context, CampaignAccess access, CancellationToken cancellationToken)
    {
        var campaigns = await views.ListAsync(access, cancellationToken);
        var campaign = campaigns.FirstOrDefault(c => c.State is CampaignState.Draft) ?? campaigns.FirstOrDefault(c => c.State is CampaignState.Running or CampaignState.Paused);
        if (campaign is null)
            return cards.List(campaigns, context.Language);
        if (ReadTime(context.Arguments, time.GetUtcNow()) is { } start)
            await desk.PlanAsync(campaign.Id, start, campaign.Reminders, cancellationToken);
        else if (await TargetsAsync(access, campaign.Id, context.Arguments, cancellationToken) is { Count: > 0 } wrong)
            return Card.Plain(string.Join('\n', wrong.Take(10).Select(fault => faults.Line(fault, context.Language))), context.Language);
        return await cards.CampaignAsync(access, campaign.Id, context.Language, cancellationToken);
    }

    /// <summary>Sets the targets that a text says.</summary>
    /// <returns>What is wrong with it; then nothing is set.</returns>
    public async Task<IReadOnlyList<CampaignFault>> TargetsAsync(CampaignAccess access, long campaign, string text, CancellationToken cancellationToken)
    {
        var found = new List<CampaignFault>();
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var all))
        {
            if (all is < 1 or > QuotaLine.Most)
                return [new CampaignFault(1, "", CampaignFault.Target)];
            await desk.SetTargetsAsync(access, campaign, [], all, cancellationToken);
            return found;
        }

        var lines = new QuotaLines(catalogue, access, found);
        lines.ReadTyped(text);
        if (found.Count == 0)
            await desk.SetTargetsAsync(access, campaign, lines.Lines, all: null, cancellationToken);
        return found;
    }

    /// <summary>A time in Kazakhstan; without a year the next one that comes.</summary>
    public static DateTimeOffset? ReadTime(string text, DateTimeOffset now)
    {
        if (!DateTime.TryParseExact(text.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        var hasYear = text.Contains('-', StringComparison.Ordinal) || text.Count(c => c == '.') == 2;
        var today = AlmatyTime.Day(now);
        var at = hasYear ? local : new DateTime(today.Year, local.Month, Math.Min(local.Day, DateTime.DaysInMonth(today.Year, local.Month)), local.Hour, local.Minute, 0);
        return new DateTimeOffset(hasYear || DateOnly.FromDateTime(at) >= today ? at : at.AddYears(1), AlmatyTime.Offset);
    }
}
