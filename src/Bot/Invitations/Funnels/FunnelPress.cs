using System.Globalization;
using Bot.Managers;

namespace Bot.Invitations.Funnels;

/// <summary>What a button of /funnel asks for: <c>c.funnel.VIEW.PERIOD.CAMPAIGN.PAGE</c>.</summary>
/// <param name="Split">By what; null: the whole.</param>
/// <param name="WantsFile">Whether the split is wanted as a file.</param>
/// <param name="Period">Of which invitations, by the day they were given out or sent.</param>
/// <param name="CampaignId">Of one campaign; null: of all.</param>
/// <param name="Page">Page of the split, from 0.</param>
internal sealed record FunnelPress(FunnelSplit? Split = null, bool WantsFile = false, PeriodChoice Period = default, long? CampaignId = null, int Page = 0)
{
    private const string Whole = "w";
    private const string None = "-";
    private const char File = 'f';

    public static FunnelPress Read(string arguments)
    {
        var parts = arguments.Split('.');
        var view = parts[0];
        return new FunnelPress(
            Enum.TryParse<FunnelSplit>(view.TrimStart(File), out var split) && Enum.IsDefined(split) ? split : null,
            view.StartsWith(File),
            PeriodChoice.Read(parts.ElementAtOrDefault(1)),
            long.TryParse(parts.ElementAtOrDefault(2), NumberStyles.None, CultureInfo.InvariantCulture, out var campaign) ? campaign : null,
            int.TryParse(parts.ElementAtOrDefault(3), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0);
    }

    public string Data() => string.Create(
        CultureInfo.InvariantCulture, $"c.funnel.{(WantsFile ? File : "")}{(Split is { } split ? (int)split : Whole)}.{Period.Code ?? None}.{(CampaignId is { } id ? id : None)}.{Page}");

    public FunnelFilter Filter(DateOnly today) => Period.Days(today) is var (from, to) ? new FunnelFilter(CampaignId, From: from, To: to) : new FunnelFilter(CampaignId);
}
