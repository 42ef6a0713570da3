using System.Collections.Concurrent;
using Bot.Channels;
using Bot.Conversations;
using Bot.Invitations;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;
using Microsoft.EntityFrameworkCore;

namespace Bot.Campaigns;

/// <summary>Tells coordinators how far their campaigns are: one message each, changed while something changes.</summary>
internal sealed class CampaignProgress(
    IDbContextFactory<BotDbContext> contexts, CampaignTexts campaignTexts, ContactBook contacts, IEnumerable<IChannel> channels, TextCatalogue texts, TimeProvider time)
{
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, string> _said = new();

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // As long as its links are good somebody may still answer.
        var since = time.GetUtcNow() - ReceiptDesk.Term;
        var told = await db.Campaigns.Where(c => c.StartAt > since && (c.State == CampaignState.Running || c.State == CampaignState.Paused || c.NoteRef != null))
            .Join(db.Conversations, c => c.ConversationId, t => t.Id, (c, t) => new { Campaign = c, t.Channel, t.Language }).ToListAsync(cancellationToken);
        foreach (var one in told.Where(one => ChannelNames.WritesFirst(one.Channel)))
            await TellAsync(db, one.Campaign, one.Channel, texts.Choose(one.Language, null), cancellationToken);
    }

    private async Task TellAsync(BotDbContext db, CampaignRow campaign, string channel, string language, CancellationToken cancellationToken)
    {
        var view = new CampaignView(campaign, await CampaignCounts.FindAsync(db, campaign.Id, cancellationToken), 0, await CampaignQuotas.CountAsync(db, campaign.Id, cancellationToken));
        var text = campaignTexts.Progress(view, language);
        if (_said.TryGetValue(campaign.Id, out var said) && said == text)
            return;
        if (await contacts.FindAsync(campaign.ConversationId ?? "", channel, cancellationToken) is not { } conversation)
            return;
        var note = await _channels[channel].NoteAsync(conversation, Card.Plain(text, language), campaign.NoteRef, cancellationToken);
        _said[campaign.Id] = text;
        await db.Campaigns.Where(c => c.Id == campaign.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.NoteRef, note), cancellationToken);
    }
}
