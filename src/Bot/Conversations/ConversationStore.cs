using Bot.Campaigns;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations;

/// <summary>What turns read. The queries are compiled once for this program's model.</summary>
internal sealed class ConversationStore(IDbContextFactory<BotDbContext> contexts)
{
    private readonly Func<BotDbContext, string, Task<ConversationRow?>> _conversation =
        EF.CompileAsyncQuery((BotDbContext c, string id) => c.Conversations.AsNoTracking().FirstOrDefault(x => x.Id == id));

    private readonly Func<BotDbContext, long, Task<ResponseRow?>> _response =
        EF.CompileAsyncQuery((BotDbContext c, long id) => c.Responses.AsNoTracking().FirstOrDefault(x => x.Id == id));

    private readonly Func<BotDbContext, string, string, DateTimeOffset, long, Task<ResponseRow?>> _earlier =
        EF.CompileAsyncQuery((BotDbContext c, string respondent, string service, DateTimeOffset since, long but) => c.Responses.AsNoTracking()
            .Where(x => x.RespondentId == respondent && x.ServiceId == service && x.SubmittedAt > since)
            .Where(x => x.Status == ResponseStatus.Submitted && x.InvitationId == null && x.Id != but)
            .OrderByDescending(x => x.SubmittedAt).FirstOrDefault());

    public async Task<ConversationSnapshot?> LoadAsync(string conversationId)
    {
        await using var context = await contexts.CreateDbContextAsync();
        if (await _conversation(context, conversationId) is not { } row)
            return null;
        // A response without a state was erased or imported: nothing can go on with it.
        return row.OpenResponseId is { } open && await _response(context, open) is { State.Length: > 0 } response
            ? new ConversationSnapshot(row, response, DialogJson.Read(response.State))
            : new ConversationSnapshot(row, null, null);
    }

    public async Task<bool> ExistsAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Conversations.AnyAsync(c => c.Id == conversationId, cancellationToken);
    }

    public async Task<ResponseRow?> ResponseAsync(long id)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await _response(context, id);
    }

    /// <summary>The newest response of a person to a service without an invitation, submitted after the given time.</summary>
    public async Task<ResponseRow?> EarlierAsync(string respondentId, string serviceId, DateTimeOffset since, long but)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await _earlier(context, respondentId, serviceId, since, but);
    }

    public async Task<InvitationRow?> InvitationAsync(string token, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.Token == token, cancellationToken);
    }

    /// <summary>Whether the campaign of an invitation has enough answers of its kind.</summary>
    public async Task<bool> IsFullAsync(InvitationRow invitation, CancellationToken cancellationToken)
    {
        if (invitation.CampaignId == InvitationRow.NoCampaign)
            return false;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await CampaignQuotas.IsFullAsync(context, invitation, cancellationToken);
    }

    public async Task<InvitationRow?> InvitationOfAsync(long responseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.ResponseId == responseId, cancellationToken);
    }

    public async Task<RecipientRow?> RecipientAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Recipients.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
    }

    public async Task<ContactRow?> ContactAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Contacts.AsNoTracking().FirstOrDefaultAsync(c => c.ConversationId == conversationId, cancellationToken);
    }

    /// <summary>Other conversations that show this response.</summary>
    public async Task<IReadOnlyList<ConversationRow>> OthersShowingAsync(long responseId, string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Conversations.AsNoTracking().Where(c => c.OpenResponseId == responseId && c.Id != conversationId).ToListAsync(cancellationToken);
    }

    public async Task<(IReadOnlyList<AnswerRow> Answers, IReadOnlyList<CommentRow> Comments)> AnswersAsync(long responseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.Answers.AsNoTracking().Where(a => a.ResponseId == responseId).ToListAsync(cancellationToken),
            await context.Comments.AsNoTracking().Where(c => c.ResponseId == responseId).ToListAsync(cancellationToken));
    }

    public async Task<Staff?> StaffAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var member = await context.StaffMembers.AsNoTracking().FirstOrDefaultAsync(m => m.ConversationId == conversationId && m.RevokedAt == null, cancellationToken);
        return member is null
            ? null
            : new Staff(member.Id, Enum.Parse<StaffRole>(member.Role), member.Scope.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }
}
