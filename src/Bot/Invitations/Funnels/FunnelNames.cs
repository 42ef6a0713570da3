using System.Globalization;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Microsoft.EntityFrameworkCore;

namespace Bot.Invitations.Funnels;

/// <summary>What the parts of a split are called.</summary>
internal sealed class FunnelNames(IDbContextFactory<BotDbContext> contexts, ServiceCatalogue catalogue, TextCatalogue texts)
{
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(FunnelSplit split, IReadOnlyCollection<string> keys, string language, CancellationToken cancellationToken) =>
        split == FunnelSplit.Campaign
            ? await CampaignsAsync(keys, language, cancellationToken)
            : keys.ToDictionary(key => key, key => Of(split, key, language), StringComparer.Ordinal);

    private string Of(FunnelSplit split, string key, string language) => split switch
    {
        FunnelSplit.Service => catalogue.FindService(key)?.ShortName[language] ?? key,
        FunnelSplit.Region => catalogue.FindRegion(key)?.Name[language] ?? texts.Get(language, "funnel.part_not_said"),
        FunnelSplit.Language => texts.Languages.FirstOrDefault(l => l.Code == key)?.Name ?? texts.Get(language, "funnel.part_not_said"),
        FunnelSplit.Opened when key.Length == 0 => texts.Get(language, "funnel.part_not_opened"),
        FunnelSplit.Opened => texts.Has($"manager.part_{key}") ? texts.Get(language, $"manager.part_{key}") : key,
        _ => texts.Get(language, $"funnel.part_{key}"),
    };

    private async Task<IReadOnlyDictionary<string, string>> CampaignsAsync(IReadOnlyCollection<string> keys, string language, CancellationToken cancellationToken)
    {
        var ids = keys.Select(key => long.Parse(key, CultureInfo.InvariantCulture)).Where(id => id != InvitationRow.NoCampaign).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await db.Campaigns.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id.ToString(CultureInfo.InvariantCulture), c => c.Name, StringComparer.Ordinal, cancellationToken);
        return keys.ToDictionary(key => key, key => key == "0" ? texts.Get(language, "funnel.part_receipts") : names.GetValueOrDefault(key, key), StringComparer.Ordinal);
    }
}
