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
        Subject = string.Create(CultureInfo.InvariantCulture, people is { } count ? $"{campaign}: {count} invitations" : $"{campaign}"),
    };
}
