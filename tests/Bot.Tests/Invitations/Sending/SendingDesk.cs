using System.Globalization;
using Bot.Conversations;
using Bot.Hosting.Keys;
using Bot.Invitations.Sending;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Invitations.Sending;

/// <summary>A program whose invitations are sent when the test says so, and the people whom it knows.</summary>
internal sealed class SendingDesk : IAsyncDisposable
{
    public const string Chat = "7001";
    public const string Service = "2602001";
    private long _invitations = 1000;

    private SendingDesk(BotHost host, FakeTimeProvider clock, PostChannel channel) => (Host, Clock, Channel) = (host, clock, channel);

    public BotHost Host { get; }

    /// <summary>Wednesday, 25 November 2026, 14:00 in Almaty, until it is moved.</summary>
    public FakeTimeProvider Clock { get; }

    public PostChannel Channel { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<SendingDesk> OpenAsync(params (string Option, string Value)[] options)
    {
        var (clock, channel) = (QuietHost.NewClock(), new PostChannel());
        return new SendingDesk(await StartAsync(clock, null, channel, options), clock, channel);
    }

    /// <summary>The people of a program that the test has started.</summary>
    public static SendingDesk Over(BotHost host, FakeTimeProvider clock) => new(host, clock, new PostChannel());

    /// <summary>Another program over the same data, with a clock and a way to people of its own where they are given.</summary>
    public Task<BotHost> StartAnotherAsync(FakeTimeProvider? clock = null, PostChannel? channel = null) => StartAsync(clock ?? Clock, Host.Folder, channel ?? Channel);

    /// <summary>An invitation to a person whom the bot knows, due now.</summary>
    public async Task<InvitationRow> InviteAsync(string chat = Chat, Action<InvitationRow>? change = null, long campaign = InvitationRow.NoCampaign, DateTimeOffset? dueAt = null)
    {
        var id = ++_invitations;
        var conversation = ConversationOf(chat);
        await using var db = Host.Open();
        if (!await db.Contacts.AnyAsync(c => c.ConversationId == conversation, Stop))
        {
            db.Conversations.Add(new ConversationRow { Id = conversation, Channel = ChannelNames.Telegram, Language = "ru", ConsentedAt = Now, UpdatedAt = Now });
            db.Recipients.Add(new RecipientRow { Id = "r-" + chat, ConversationId = conversation });
            await Host.Get<ContactBook>().KeepAsync(db, new CommandContext(new ConversationKey(ChannelNames.Telegram, chat), conversation, "ru", "", false, null), Now, Stop);
        }

        var invitation = new InvitationRow
        {
            Id = id,
            Token = string.Create(CultureInfo.InvariantCulture, $"Token-{id:0000000000}"),
            CampaignId = campaign,
            ReceiptRef = string.Create(CultureInfo.InvariantCulture, $"ref-{id}"),
            Recipient = "r-" + chat,
            ServiceId = Service,
            Form = "electronic",
            RegionId = "astana",
            RenderedAt = Now,
            CreatedAt = Now,
            InvitedAt = Now,
            ExpiresAt = Now.AddDays(30),
        };
        change?.Invoke(invitation);
        db.Invitations.Add(invitation);
        db.InvitationMessages.Add(new InvitationMessageRow { InvitationId = id, CampaignId = campaign, ConversationId = conversation, DueAt = dueAt ?? Now });
        await db.SaveChangesAsync(Stop);
        return invitation;
    }

    public async Task<CampaignRow> AddCampaignAsync(CampaignState state = CampaignState.Running, int reminders = 0, DateTimeOffset? startAt = null)
    {
        var campaign = new CampaignRow { Id = ++_invitations, Name = "Қараша", State = state, StaffId = 1, CreatedAt = Now, StartAt = startAt ?? Now, Reminders = reminders };
        await using var db = Host.Open();
        db.Campaigns.Add(campaign);
        await db.SaveChangesAsync(Stop);
        return campaign;
    }

    /// <summary>One look of the sender, and the chats that it wrote to.</summary>
    public async Task<IReadOnlyList<string>> SendAsync(BotHost? host = null)
    {
        var before = Channel.Sent.Count;
        await (host ?? Host).Get<InvitationSender>().RunAsync(Stop);
        return [.. Channel.Sent.Skip(before).Select(sent => sent.Chat)];
    }

    public async Task ChangeAsync(Func<Bot.Persistence.BotDbContext, Task> change)
    {
        await using var db = Host.Open();
        await change(db);
    }

    public async Task<InvitationMessageRow> MessageAsync(InvitationRow invitation, int number = 0)
    {
        await using var db = Host.Open();
        return await db.InvitationMessages.AsNoTracking().SingleAsync(m => m.InvitationId == invitation.Id && m.Number == number, Stop);
    }

    /// <summary>States of the invitation's messages in their order.</summary>
    public async Task<IReadOnlyList<MessageState>> StatesAsync(InvitationRow invitation)
    {
        await using var db = Host.Open();
        return await db.InvitationMessages.Where(m => m.InvitationId == invitation.Id).OrderBy(m => m.Number).Select(m => m.State).ToListAsync(Stop);
    }

    public async Task<CampaignState> StateAsync(CampaignRow campaign)
    {
        await using var db = Host.Open();
        return (await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign.Id, Stop)).State;
    }

    /// <summary>Moves the clock to a moment in Almaty.</summary>
    public void GoTo(string moment) => Clock.SetUtcNow(At(moment));

    public static DateTimeOffset At(string moment) => new(DateTime.Parse(moment, CultureInfo.InvariantCulture), AlmatyTime.Offset);

    /// <summary>What is read, and the buttons.</summary>
    public static string Text(Card card) => string.Join('\n', [card.Text, .. card.Rows.Select(row => string.Join(' ', row.Select(button => $"[{button.Text}]")))]);

    public string ConversationOf(string chat) => Host.Get<ConversationIds>().Of(new ConversationKey(ChannelNames.Telegram, chat));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static Task<BotHost> StartAsync(FakeTimeProvider clock, string? folder, PostChannel channel, params (string Option, string Value)[] options) =>
        QuietHost.StartAsync(clock, folder, channel, builder =>
        {
            foreach (var (option, value) in options)
                builder.Configuration[option] = value;
        });
}
