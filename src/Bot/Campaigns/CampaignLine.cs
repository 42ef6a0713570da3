using Bot.Persistence.Entities;

namespace Bot.Campaigns;

/// <summary>A person to invite, as a good line of a file names them.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Recipient">The sender's pseudonym of the person; null: not said.</param>
internal sealed record CampaignLine(int Line, string Ref, string Service, string Form, string Region, string Language, string? Recipient);

/// <summary>How many completed surveys are wanted of one service, form and region; an empty form or region: of all together.</summary>
internal sealed record QuotaLine(string Service, string Form, string Region, int Target)
{
    public const int Most = 1_000_000;

    public bool Holds(InvitationRow invitation) =>
        invitation.ServiceId == Service && (Form.Length == 0 || invitation.Form == Form) && (Region.Length == 0 || invitation.RegionId == Region);
}
