using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Bot.Conversations;
using Bot.Managers;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Api;

/// <summary>The keys of programs that use the API. Only a hash is stored: 256 random bits cannot be guessed, so no salt is needed.</summary>
internal sealed class ApiKeys(IDbContextFactory<BotDbContext> contexts, IdSource ids, TimeProvider time)
{
    private const int KeyBytes = 32;

    /// <summary>Makes a key for everything that the role may see; it is told this once.</summary>
    public Task<string> CreateAsync(StaffRole role, string actor, CancellationToken cancellationToken) => CreateAsync(role, StaffScope.Everything, actor, cancellationToken);

    /// <summary>Makes a key for a part of it.</summary>
    public async Task<string> CreateAsync(StaffRole role, StaffScope scope, string actor, CancellationToken cancellationToken)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        var row = new ApiKeyRow { Id = ids.Next(), Hash = Hash(key), Role = role.ToString(), Scope = scope.ToString(), CreatedAt = time.GetUtcNow() };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ApiKeys.Add(row);
        db.AuditEntries.Add(new AuditEntryRow { Id = ids.Next(), At = row.CreatedAt, Actor = actor, Action = "apikey.create", Subject = $"{row.Id} {row.Role} {row.Scope}".TrimEnd() });
        await db.SaveChangesAsync(cancellationToken);
        return key;
    }

    /// <summary>The key's id and role; null where it is unknown or revoked.</summary>
    public async Task<ApiKeyRow?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var hash = Hash(key);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Hash == hash && k.RevokedAt == null, cancellationToken);
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
