using System.Globalization;
using Bot.Conversations;
using Bot.Hosting.Keys;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Broadcast;

/// <summary>The people of a broadcast in the database: known to the bot, each invited by the same campaign.</summary>
internal sealed class BroadcastPeople(IServiceProvider services, int count)
{
    public const long Campaign = 77;
    private readonly ConversationIds _ids = services.GetRequiredService<ConversationIds>();

    public IEnumerable<long> Chats => Enumerable.Range(0, count).Select(i => FaultyBotApi.FirstPerson + i);

    public async Task FillAsync(CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var keys = services.GetRequiredService<KeyRings>();
        await using var db = await OpenAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Campaigns.Add(new CampaignRow { Id = Campaign, Name = "broadcast", State = CampaignState.Paused, StaffId = 1, CreatedAt = now, StartAt = now });
        await db.SaveChangesAsync(cancellationToken);
        await BulkInsert.WriteAsync(db, Chats.Select(chat => new ConversationRow { Id = Of(chat), Channel = ChannelNames.Telegram, Language = "ru", ConsentedAt = now, UpdatedAt = now }), cancellationToken);
        await BulkInsert.WriteAsync(db, Chats.Select(chat => new ContactRow
        {
            ConversationId = Of(chat),
            Address = keys.Privacy.Encrypt(System.Text.Encoding.UTF8.GetBytes(Text(chat)), System.Text.Encoding.ASCII.GetBytes(Of(chat))),
            UpdatedAt = now,
        }), cancellationToken);
        await BulkInsert.WriteAsync(db, Chats.Select(chat => new RecipientRow { Id = "r-" + Text(chat), ConversationId = Of(chat) }), cancellationToken);
        await BulkInsert.WriteAsync(db, Chats.Select(chat => new InvitationRow
        {
            Id = chat,
            Token = "Token-" + Text(chat),
            CampaignId = Campaign,
            ReceiptRef = Text(chat),
            Recipient = "r-" + Text(chat),
            ServiceId = "2602001",
            Form = "electronic",
            RegionId = "astana",
            RenderedAt = now,
            CreatedAt = now,
            InvitedAt = now,
            ExpiresAt = now.AddDays(30),
        }), cancellationToken);
        await BulkInsert.WriteAsync(
            db, Chats.Select(chat => new InvitationMessageRow { InvitationId = chat, CampaignId = Campaign, ConversationId = Of(chat), DueAt = now }), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(cancellationToken);
        await db.Campaigns.ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CampaignState.Running), cancellationToken);
    }

    public async Task<bool> IsDoneAsync(CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(cancellationToken);
        return await db.Campaigns.AnyAsync(c => c.State == CampaignState.Done, cancellationToken);
    }

    public async Task<Dictionary<long, MessageState>> StatesAsync(CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(cancellationToken);
        return await db.InvitationMessages.ToDictionaryAsync(m => m.InvitationId, m => m.State, cancellationToken);
    }

    private Task<BotDbContext> OpenAsync(CancellationToken cancellationToken) =>
        services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(cancellationToken);

    private string Of(long chat) => _ids.Of(new ConversationKey(ChannelNames.Telegram, Text(chat)));

    private static string Text(long chat) => chat.ToString(CultureInfo.InvariantCulture);
}
