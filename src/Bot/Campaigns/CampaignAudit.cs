using System.Globalization;
using Bot.Persistence.Entities;

namespace Bot.Campaigns;

/// <summary>What is noted of campaigns in the audit log.</summary>
internal static class CampaignAudit
{
    public static AuditEntryRow Entry(long id, DateTimeOffset at, string actor, string action, long campaign, int? people = null) => new()
    {
        Id = id,
        At = at,
        Actor = actor,
        Action = action,
        Subject = people is { } count ? FormattableString.Invariant($"{campaign}: {count} invitations") : campaign.ToString(CultureInfo.InvariantCulture),
    };
}
