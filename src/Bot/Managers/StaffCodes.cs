using Bot.Conversations;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Managers;

/// <summary>Issues one-time sign-in codes and makes staff members of those who use them. Every grant is in the audit log.</summary>
internal sealed class StaffCodes(IDbContextFactory<BotDbContext> contexts, IdSource ids, TimeProvider time)
{
    /// <summary>Makes a code that is good once, for 15 minutes.</summary>
    /// <param name="role">What it grants.</param>
    /// <param name="scope">For what.</param>
    /// <param name="actor">Who issues it, for the audit log.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<string> IssueAsync(StaffRole role, StaffScope scope, string actor, CancellationToken cancellationToken)
    {
        var code = StaffCode.Create();
        await IssueAsync(code, role, scope, actor, cancellationToken);
        return code;
    }

    /// <summary>Makes this code good, once only; false where it was made before and is used or too old.</summary>
    public async Task<bool> IssueAsync(string code, StaffRole role, StaffScope scope, string actor, CancellationToken cancellationToken)
    {
        var (hash, now) = (StaffCode.Hash(code), time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.StaffCodes.AsNoTracking().FirstOrDefaultAsync(c => c.Hash == hash, cancellationToken) is { } made)
            return made.UsedAt is null && made.ExpiresAt > now;
        context.StaffCodes.Add(new StaffCodeRow { Hash = hash, Role = role.ToString(), Scope = scope.ToString(), ExpiresAt = now + StaffCode.Term });
        Audit(context, actor, "staff.code", Described(role.ToString(), scope.ToString()));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (DuplicateKey.Is(e))
        {
            // Pressed twice in the same moment: the other one made it.
        }

        return true;
    }

    /// <summary>Uses a code up and signs the conversation in, instead of whom it was signed in as before; null: the code is wrong, old or used.</summary>
    public async Task<StaffMemberRow?> RedeemAsync(string code, string conversationId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hash = StaffCode.Hash(code);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var used = await context.StaffCodes.Where(c => c.Hash == hash && c.UsedAt == null && c.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancellationToken);
        if (used == 0)
            return null;

        var grant = await context.StaffCodes.AsNoTracking().SingleAsync(c => c.Hash == hash, cancellationToken);
        await context.StaffMembers.Where(m => m.ConversationId == conversationId && m.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.RevokedAt, now), cancellationToken);
        var member = new StaffMemberRow { Id = ids.Next(), ConversationId = conversationId, Role = grant.Role, Scope = grant.Scope, GrantedAt = now };
        context.StaffMembers.Add(member);
        Audit(context, Actor(member.Id), "staff.signin", Described(member.Role, member.Scope));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return member;
    }

    /// <summary>Takes the rights of a staff member away; false where there is no such member or they are gone already.</summary>
    /// <param name="id">The member.</param>
    /// <param name="actor">Who does it; null: the member.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<bool> RevokeAsync(long id, string? actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var revoked = await context.StaffMembers.Where(m => m.Id == id && m.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.RevokedAt, now), cancellationToken);
        if (revoked == 0)
            return false;

        Audit(context, actor ?? Actor(id), actor is null ? "staff.signout" : "staff.revoke", Actor(id));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Everybody whose rights hold, the oldest first.</summary>
    public async Task<IReadOnlyList<StaffMemberRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.StaffMembers.AsNoTracking().Where(m => m.RevokedAt == null).OrderBy(m => m.Id).ToListAsync(cancellationToken);
    }

    private static string Actor(long id) => FormattableString.Invariant($"staff:{id}");

    private static string Described(string role, string scope) => $"{role} {scope}".TrimEnd();

    private void Audit(BotDbContext context, string actor, string action, string subject) =>
        context.AuditEntries.Add(new AuditEntryRow { Id = ids.Next(), At = time.GetUtcNow(), Actor = actor, Action = action, Subject = subject });
}
