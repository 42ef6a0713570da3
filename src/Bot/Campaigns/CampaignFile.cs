namespace Bot.Campaigns;

/// <summary>What was read of a file of people to invite.</summary>
/// <param name="IsPersonal">Whether it holds phone numbers, IIN or the like: then nothing else of it is here.</param>
internal sealed record CampaignFile(bool IsPersonal, IReadOnlyList<CampaignLine> Lines, IReadOnlyList<QuotaLine> Quotas, IReadOnlyList<CampaignFault> Faults)
{
    public static CampaignFile Personal { get; } = new(true, [], [], []);
}
