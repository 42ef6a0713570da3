namespace Bot.Persistence.Entities;

/// <summary>How many completed surveys a campaign wants of one service, form and region; closed when full.</summary>
internal sealed class CampaignQuotaRow
{
    public long CampaignId { get; set; }
    public required string ServiceId { get; set; }

    /// <summary>Empty: all forms together.</summary>
    public required string Form { get; set; }

    /// <summary>Empty: all regions together.</summary>
    public required string RegionId { get; set; }
    public int Target { get; set; }
}
