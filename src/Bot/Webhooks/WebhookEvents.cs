using Bot.Conversations.Turns;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Webhooks;

/// <summary>Notes what a service system has to be told, in the transaction of the turn in which it happens. Nothing is sent here.</summary>
internal sealed class WebhookEvents(IDbContextFactory<BotDbContext> contexts, IdSource ids)
{
    public const string Started = "invitation.started";
    public const string Completed = "invitation.completed";

    public async Task AddAsync(Turn turn, InvitationRow invitation, string type, CancellationToken cancellationToken)
    {
        if (invitation.ApiKeyId is not { } key || !await IsWantedAsync(key, cancellationToken))
            return;
        turn.Add(RowChange.Insert(new WebhookEventRow { Id = ids.Next(), ApiKeyId = key, Type = type, InvitationId = invitation.Id, At = turn.Now, DueAt = turn.Now }));
    }

    private async Task<bool> IsWantedAsync(long apiKeyId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Webhooks.AnyAsync(w => w.ApiKeyId == apiKeyId, cancellationToken);
    }
}
