using System.Globalization;
using System.Text;
using Bot.Campaigns;
using Bot.Conversations;
using Bot.Hosting.Keys;
using Bot.Invitations.Sending;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Campaigns;

/// <summary>A program whose clock stands still, a coordinator in it, and files.</summary>
internal sealed class CampaignOffice : IAsyncDisposable
{
    public const string Head = "ref,service,form,region,language";

    private CampaignOffice(BotHost host, FakeTimeProvider clock, FakeChannel channel) => (Host, Clock, Channel) = (host, clock, channel);

    public BotHost Host { get; }

    public FakeTimeProvider Clock { get; }

    public FakeChannel Channel { get; }

    public CampaignDesk Desk => Host.Get<CampaignDesk>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<CampaignOffice> OpenAsync(string? folder = null)
    {
        var (clock, channel) = (QuietHost.NewClock(), new FakeChannel());
        var host = await QuietHost.StartAsync(clock, folder, channel, builder => builder.Configuration["Web:PublicUrl"] = "https://bagala.gov.kz");
        return new CampaignOffice(host, clock, channel);
    }

    /// <summary>The program as it runs, but for the sender, which looks every five seconds whether a campaign has nothing left to send: none ends by itself.</summary>
    public static Task<BotHost> WithoutSenderAsync() => BotHost.StartAsync(new BotHostOptions
    {
        Configure = builder => builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(InvitationTicker))),
    });

    public static byte[] File(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    /// <summary>A file of so many good lines.</summary>
    /// <param name="recipients">Whether each names a person.</param>
    public static byte[] Good(int count, bool recipients = false)
    {
        var file = new StringBuilder(Head).Append(recipients ? ",recipient" : "").Append('\n');
        for (var i = 1; i <= count; i++)
            file.Append(CultureInfo.InvariantCulture, $"A-{i},2602001,electronic,{(i % 2 == 0 ? "astana" : "abai")},{(i % 2 == 0 ? "ru" : "kk")}{(recipients ? $",person-{i}" : "")}\n");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    public CampaignAccess Access(StaffRole role = StaffRole.Coordinator, params string[] scope) => Host.Get<CampaignViews>().AccessOf(new Staff(7, role, scope));

    /// <summary>Reads a file up to its draft, or to its faults.</summary>
    public async Task<long> ImportAsync(byte[] content, CampaignAccess? access = null)
    {
        var import = Host.Get<CampaignImport>();
        var draft = await import.BeginAsync(new CampaignUpload(access ?? Access(), "t-office", "November", content), Stop) ?? throw new InvalidOperationException("It holds personal data.");
        Assert.True(await import.FillAsync(draft, _ => Task.CompletedTask, Stop));
        return draft.Id;
    }

    public Task<bool> ConfirmAsync(long id, DateTimeOffset? at = null) => Desk.ConfirmAsync(Access(), id, at, 2, Stop);

    public async Task<CampaignView> ViewAsync(long id) => (await Host.Get<CampaignViews>().FindAsync(Access(), id, Stop))!;

    public async Task<CampaignReach> ReachAsync(long id) => (await Host.Get<CampaignForecast>().FindAsync((await ViewAsync(id)).Row, Stop)).Reach;

    /// <summary>Makes a person known to the bot by a pseudonym.</summary>
    public async Task KnowAsync(string pseudonym, DateTimeOffset? invited = null, DateTimeOffset? optedOut = null, DateTimeOffset? blocked = null, bool contact = true)
    {
        await using var db = Host.Open();
        db.Recipients.Add(new RecipientRow { Id = Host.Get<ConversationIds>().OfRecipient(pseudonym), ConversationId = "t-" + pseudonym, LastInvitedAt = invited, OptedOutAt = optedOut });
        if (contact)
            db.Contacts.Add(new ContactRow { ConversationId = "t-" + pseudonym, Address = [1], BlockedAt = blocked, UpdatedAt = Clock.GetUtcNow() });
        await db.SaveChangesAsync(Stop);
    }

    public async Task<List<InvitationRow>> InvitationsAsync()
    {
        await using var db = Host.Open();
        return await db.Invitations.AsNoTracking().OrderBy(i => i.Id).ToListAsync(Stop);
    }

    public async Task<List<InvitationMessageRow>> MessagesAsync()
    {
        await using var db = Host.Open();
        return await db.InvitationMessages.AsNoTracking().OrderBy(m => m.InvitationId).ToListAsync(Stop);
    }

    public async Task<List<string>> FaultsAsync(long id)
    {
        var faults = await Host.Get<CampaignViews>().FaultsAsync(id, 1000, Stop);
        return [.. faults.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Line} {f.Column} {f.Code}{(f.Other is { } other ? $" {other}" : "")}"))];
    }

    public async Task<List<string>> AuditAsync()
    {
        await using var db = Host.Open();
        return await db.AuditEntries.Where(a => a.Action.StartsWith("campaign.")).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync(Stop);
    }

    /// <summary>A coordinator in a chat, signed in, in Russian.</summary>
    public async Task<Talk> SignInAsync(StaffRole role = StaffRole.Coordinator, string scope = "")
    {
        var talk = await new Talk(Host).TypeAsync("/language ru");
        return await talk.TypeAsync("/login " + await Host.Get<StaffCodes>().IssueAsync(role, StaffScope.Of(scope.Split(',')), "test", Stop));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
