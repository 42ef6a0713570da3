using System.Globalization;
using Bot.Conversations;
using Bot.Invitations;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Microsoft.EntityFrameworkCore;

namespace Bot.Campaigns;

/// <summary>Files of campaigns that go through a chat: they hold references of the sender, and no personal data.</summary>
internal sealed class CampaignChatFiles(
    IDbContextFactory<BotDbContext> contexts, CampaignRuns runs, CampaignLists lists, CampaignCards cards, ContactBook contacts, InvitationLinks links, TimeProvider time)
{
    // More takes too long for a turn; the staff page writes it as it is fetched.
    private const int MostLines = 10_000;
    private const string Csv = "text/csv";

    public async Task<Card> TakeAsync(CommandContext context, CampaignAccess access, SentFile file, CancellationToken cancellationToken)
    {
        if (file.Reference.Length == 0)
            return cards.TakenByPage("import_not_fetched", context.Language);
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await contacts.KeepAsync(db, context, Microseconds.Truncate(time.GetUtcNow()), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        var begun = runs.TryStart(new CampaignRun(access, context.Conversation, context.ConversationId, context.Language, file, Draft: null));
        return cards.Say(begun ? "import_begun" : "import_busy", context.Language);
    }

    /// <summary>Who sends a campaign from here is told here how far it is.</summary>
    public async Task KeepAddressAsync(CommandContext context, long campaign, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await contacts.KeepAsync(db, context, Microseconds.Truncate(time.GetUtcNow()), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.Campaigns.Where(c => c.Id == campaign && c.State == CampaignState.Draft)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ConversationId, context.ConversationId), cancellationToken);
    }

    public async Task<CommandResult> GiveAsync(CampaignAccess access, CampaignRow campaign, string act, string language, CancellationToken cancellationToken)
    {
        var card = await cards.CampaignAsync(access, campaign.Id, language, cancellationToken);
        if (act is CampaignCards.RemindNow && !await lists.NextRemindersAsync(access, campaign.Id, cancellationToken))
            return new CommandResult(cards.Say("remind_not_yet", language));
        if (await CountAsync(campaign.Id, act, cancellationToken) > MostLines)
            return new CommandResult(cards.TakenByPage("list_on_page", language));
        using var content = new MemoryStream();
        await (act switch
        {
            CampaignCards.Faults => lists.WriteFaultsAsync(content, access, campaign.Id, language, cancellationToken),
            CampaignCards.Links => lists.WriteLinksAsync(content, access, campaign.Id, token => links.Web(token), cancellationToken),
            _ => lists.WriteRemindersAsync(content, access, campaign.Id, token => links.Web(token), cancellationToken),
        });
        var (name, caption) = act switch { CampaignCards.Faults => ("faults", "import_errors"), CampaignCards.Links => ("links", "links"), _ => ("reminders", "remind") };
        return new CommandResult(card, Attachment: new Attachment(
            string.Create(CultureInfo.InvariantCulture, $"{name}-{AlmatyTime.Day(time.GetUtcNow()):yyyy-MM-dd}.csv"), Csv, content.ToArray(), cards.Caption(campaign, caption, language)));
    }

    private async Task<int> CountAsync(long campaign, string act, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return act switch
        {
            CampaignCards.Faults => await db.CampaignFaults.CountAsync(f => f.CampaignId == campaign, cancellationToken),
            _ => await CampaignLists.ToAsk(db, campaign, time.GetUtcNow()).CountAsync(cancellationToken),
        };
    }
}
