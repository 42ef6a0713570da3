using Bot.Campaigns;
using Bot.Conversations;
using Bot.Conversations.Turns;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Jobs;

/// <summary>Erases what has been kept for its term: unfinished answers, addresses, the link from a person to their answers, and messages that no system took.</summary>
internal sealed class RetentionJob(
    IDbContextFactory<BotDbContext> contexts, DialogEngine engine, StateColumns columns, CampaignDesk campaigns, TimeProvider time, IOptions<RetentionOptions> options)
{
    private const int AtOnce = 200;
    private static readonly TimeSpan DraftTerm = TimeSpan.FromDays(7);

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        while (await ExpireSomeAsync(now, cancellationToken) == AtOnce)
        {
            // One portion at a time, so that turns are not kept waiting.
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await campaigns.DropDraftsAsync(now - DraftTerm, cancellationToken);
        await DropContactsAsync(context, now.AddDays(-options.Value.ContactDays), cancellationToken);
        await UnlinkAsync(context, now.AddDays(-options.Value.LinkDays), cancellationToken);
        await WebhookQueue.ForgetAsync(context, now, cancellationToken);
    }

    private async Task<int> ExpireSomeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var limit = now.AddDays(-options.Value.UnfinishedDays);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var old = await context.Responses.Where(r => (r.Status == ResponseStatus.Open || r.Status == ResponseStatus.Waiting) && r.UpdatedAt < limit)
            .Where(r => r.AskAt == null || r.AskAt < limit).OrderBy(r => r.UpdatedAt).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var response in old)
        {
            if (Expired(response, now) is { } state)
                columns.Fill(new SurveyEdit(null, response, state), now);
            else
                context.Responses.Remove(response);
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return old.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody came back to one of them in this moment; the next run sees the rest.
            return 0;
        }
    }

    /// <summary>The state after its term; null where nothing is left that would be worth a row: before consent, or unreadable.</summary>
    private DialogState? Expired(ResponseRow response, DateTimeOffset now)
    {
        if (response.State.Length == 0)
            return null;
        var state = engine.Step(DialogJson.Read(response.State), new DialogInput.Expire(), now).State;
        return state is { Consented: true, Screen: Screen.Expired } ? state : null;
    }

    // Whoever is to be asked again, or has subscribed, works on a case or runs a campaign, is still needed.
    private static Task<int> DropContactsAsync(BotDbContext context, DateTimeOffset limit, CancellationToken cancellationToken) => context.Contacts
        .Where(contact => !context.Conversations.Any(c => c.Id == contact.ConversationId && c.UpdatedAt >= limit))
        .Where(contact => !context.Responses.Any(r => r.RespondentId == contact.ConversationId && r.Status == ResponseStatus.Waiting && r.AskAt != null))
        .Where(contact => !context.Subscriptions.Any(s => s.ConversationId == contact.ConversationId))
        .Where(contact => !context.Campaigns.Any(c => c.ConversationId == contact.ConversationId && (c.State == CampaignState.Running || c.State == CampaignState.Paused)))
        .Where(contact => !context.Cases.Any(c => c.OwnerId == contact.ConversationId && c.State != CaseState.Done))
        .ExecuteDeleteAsync(cancellationToken);

    private static async Task UnlinkAsync(BotDbContext context, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var completed = context.Invitations.Where(i => i.CompletedAt < limit && i.ResponseId != null && i.ResponseId != InvitationRow.NoResponse);
        await completed.Where(i => context.Responses.Any(r => r.Id == i.ResponseId && r.Counted != null))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ResponseId, (long?)null), cancellationToken);
        await completed.ExecuteUpdateAsync(set => set.SetProperty(i => i.ResponseId, InvitationRow.NoResponse), cancellationToken);
        await context.Responses.Where(r => r.RespondentId != null && ((r.Status == ResponseStatus.Submitted && r.SubmittedAt < limit)
                || ((r.Status == ResponseStatus.Withdrawn || r.Status == ResponseStatus.Expired) && r.UpdatedAt < limit)))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.RespondentId, (string?)null).SetProperty(r => r.InvitationId, (long?)null)
                .SetProperty(r => r.State, "").SetProperty(r => r.Revision, r => r.Revision + 1), cancellationToken);
        await context.Conversations.Where(c => c.UpdatedAt < limit && !context.Subscriptions.Any(s => s.ConversationId == c.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
