using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using StackExchange.Redis;

namespace Bot.Conversations.Sharing;

/// <summary>The conversations of all replicas. A fault of Redis is a miss.</summary>
internal sealed class RedisConversationCache(RedisConnection redis) : IConversationCache
{
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(30);

    public async ValueTask<ConversationSnapshot?> GetAsync(string conversationId)
    {
        try
        {
            if (redis.Database is not { } database)
                return null;
            using var stored = await database.StringGetLeaseAsync(Key(conversationId));
            return stored is { Length: > 0 } ? Read(stored.Span) : null;
        }
        catch (Exception e) when (e is JsonException || redis.Forgives(e))
        {
            return null;
        }
    }

    public async ValueTask SetAsync(ConversationSnapshot snapshot)
    {
        try
        {
            if (redis.Database is not { } database)
                return;
            var stored = new StoredConversation(snapshot.Row, snapshot.Response, snapshot.LastCard);
            await database.StringSetAsync(Key(snapshot.Row.Id), JsonSerializer.SerializeToUtf8Bytes(stored, StoredConversationContext.Default.StoredConversation), Term);
        }
        catch (Exception e) when (redis.Forgives(e))
        {
            // What stays there is out of date; the next turn finds that out by its revision.
        }
    }

    public async ValueTask RemoveAsync(string conversationId)
    {
        try
        {
            if (redis.Database is { } database)
                await database.KeyDeleteAsync(Key(conversationId));
        }
        catch (Exception e) when (redis.Forgives(e))
        {
            // As above.
        }
    }

    private static ConversationSnapshot? Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, StoredConversationContext.Default.StoredConversation) is { } stored
            ? new ConversationSnapshot(stored.Row, stored.Response, stored.Response is { } response ? DialogJson.Read(response.State) : null, stored.LastCard)
            : null;

    private static RedisKey Key(string conversationId) => "bot:conversation:" + conversationId;
}

internal sealed record StoredConversation(ConversationRow Row, ResponseRow? Response, Card? LastCard);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StoredConversation))]
internal sealed partial class StoredConversationContext : JsonSerializerContext;
