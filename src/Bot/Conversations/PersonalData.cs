using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Scores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Conversations;

/// <summary>What is stored of one person, to be told and to be erased.</summary>
internal sealed class PersonalData(
    IDbContextFactory<BotDbContext> contexts, IdSource ids, IFoldSignal scores, TimeProvider time, IOptions<RetentionOptions> options)
{
    private const int MaximumTries = 5;

    public async Task<StoredData> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = await Mine(context, conversationId).AsNoTracking().ToListAsync(cancellationToken);
        var responseIds = mine.ConvertAll(r => r.Id);
        return new StoredData(
            mine.Count(r => r.Status == ResponseStatus.Submitted),
            mine.Count(r => r.Status is ResponseStatus.Open or ResponseStatus.Waiting),
            await context.Comments.CountAsync(c => responseIds.Contains(c.ResponseId), cancellationToken),
            await context.Contacts.AnyAsync(c => c.ConversationId == conversationId, cancellationToken),
            mine.Max(r => r.SubmittedAt)?.AddDays(options.Value.LinkDays));
    }

    /// <summary>Erases contact, answers, comments and surveys of the person, takes the ratings out of the scores and deletes the conversation.</summary>
    public async Task EraseAsync(string conversationId, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await TryEraseAsync(conversationId, cancellationToken);
                break;
            }
            catch (DbUpdateConcurrencyException) when (tries < MaximumTries)
            {
                // Somebody submitted in this moment; what they submitted has to go too.
            }
        }

        scores.Raise();
    }

    private async Task TryEraseAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var mine = await Mine(context, conversationId).ToListAsync(cancellationToken);
        foreach (var response in mine)
        {
            if (ResponseCount.Leave(response, ids) is { } left)
                context.ScoreDeltas.Add(left);
        }

        context.Responses.RemoveRange(mine);
        context.AuditEntries.Add(new AuditEntryRow { Id = ids.Next(), At = time.GetUtcNow(), Actor = "person", Action = "data.erase", Subject = $"{mine.Count} responses" });
        await context.SaveChangesAsync(cancellationToken);
        var responseIds = mine.ConvertAll(r => r.Id);
        await context.Answers.Where(a => responseIds.Contains(a.ResponseId)).ExecuteDeleteAsync(cancellationToken);
        await context.Comments.Where(c => responseIds.Contains(c.ResponseId)).ExecuteDeleteAsync(cancellationToken);
        await context.RatingRequests.Where(r => responseIds.Contains(r.ResponseId)).ExecuteDeleteAsync(cancellationToken);
        await context.Subscriptions.Where(s => s.ConversationId == conversationId).ExecuteDeleteAsync(cancellationToken);
        await context.Cases.Where(c => c.OwnerId == conversationId).ExecuteUpdateAsync(set => set.SetProperty(c => c.OwnerId, (string?)null), cancellationToken);
        await ForgetRecipientAsync(context, conversationId, cancellationToken);
        await context.Contacts.Where(c => c.ConversationId == conversationId).ExecuteDeleteAsync(cancellationToken);
        await context.Conversations.Where(c => c.Id == conversationId).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // That a person wants no invitations stays known of the pseudonym, or the next file would invite them again.
    private static async Task ForgetRecipientAsync(BotDbContext context, string conversationId, CancellationToken cancellationToken)
    {
        var mine = context.Recipients.Where(r => r.ConversationId == conversationId);
        await mine.Where(r => r.OptedOutAt == null).ExecuteDeleteAsync(cancellationToken);
        await mine.ExecuteUpdateAsync(set => set.SetProperty(r => r.ConversationId, (string?)null), cancellationToken);
        await context.InvitationMessages.Where(m => m.ConversationId == conversationId).ExecuteDeleteAsync(cancellationToken);
    }

    // All surveys of the person, and the one that the conversation shows, which may have begun elsewhere or before consent.
    private static IQueryable<ResponseRow> Mine(BotDbContext context, string conversationId) => context.Responses.Where(r =>
        r.RespondentId == conversationId || context.Conversations.Any(c => c.Id == conversationId && c.OpenResponseId == r.Id));
}

/// <summary>Counts of what is stored of one person.</summary>
internal sealed record StoredData(int Submitted, int Unfinished, int Comments, bool HasContact, DateTimeOffset? Until)
{
    public bool IsEmpty => Submitted == 0 && Unfinished == 0 && !HasContact;
}
