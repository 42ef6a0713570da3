using Bot.Hosting.Keys;
using Bot.Invitations;
using Bot.Persistence.Entities;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Invitations;

public sealed class DirectInvitationTests
{
    private const string Person = "person-1";
    private static readonly TimeSpan Cooldown = TimeSpan.FromDays(14);
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_came_by_an_invitation_in_their_name_gets_the_next_one_as_a_message()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var first = await TakeAsync(host, "A-1", Person);
        Assert.False(first.IsDirect);
        var talk = new Talk(host);
        await talk.TypeAsync("/start " + first.Invitation.Token);
        await talk.TapAsync("Русский");
        await talk.TapAsync("Даю согласие");
        var second = await TakeAsync(host, "A-2", Person);
        Assert.True(second.IsDirect);
        Assert.True((await TakeAsync(host, "A-2", Person)).IsDirect);
        var message = Assert.Single(await MessagesAsync(host));
        Assert.Equal(
            (second.Invitation.Id, 0, host.Get<ConversationIds>().Of(talk.Key), MessageState.Due, _clock.GetUtcNow()),
            (message.InvitationId, message.Number, message.ConversationId, message.State, message.DueAt));
    }

    [Fact]
    public async Task Two_receipts_of_a_person_make_one_message()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        await KnowAsync(host);
        var results = await host.Get<ReceiptDesk>().TakeAsync([Receipt("A-1", Person), Receipt("A-2", Person), Receipt("A-3", "person-2"), Receipt("A-4", null)], 5, Stop);
        Assert.Equal([true, false, false, false], results.Select(r => r.IsDirect));
        Assert.False((await TakeAsync(host, "A-5", Person)).IsDirect);
        Assert.Single(await MessagesAsync(host));
    }

    [Fact]
    public async Task The_rest_between_two_invitations_ends_to_the_second()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        await KnowAsync(host, r => r.LastInvitedAt = _clock.GetUtcNow());
        _clock.Advance(Cooldown - TimeSpan.FromSeconds(1));
        Assert.False((await TakeAsync(host, "A-1", Person)).IsDirect);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await TakeAsync(host, "A-2", Person)).IsDirect);
    }

    [Theory]
    [InlineData("opted out", DirectReach.OptedOut)]
    [InlineData("contact opted out", DirectReach.OptedOut)]
    [InlineData("blocked", DirectReach.Blocked)]
    [InlineData("no contact", DirectReach.Unknown)]
    [InlineData("no conversation", DirectReach.Unknown)]
    [InlineData("invited", DirectReach.Resting)]
    [InlineData("planned", DirectReach.Resting)]
    [InlineData("sent", DirectReach.Open)]
    internal async Task Nobody_is_invited_who_must_not_be(string state, DirectReach reach)
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var now = _clock.GetUtcNow();
        await KnowAsync(
            host,
            recipient =>
            {
                recipient.OptedOutAt = state == "opted out" ? now : null;
                recipient.ConversationId = state == "no conversation" ? null : recipient.ConversationId;
                recipient.LastInvitedAt = state == "invited" ? now : null;
            },
            contact =>
            {
                contact.ConversationId = state == "no contact" ? "t-other" : contact.ConversationId;
                contact.OptedOutAt = state == "contact opted out" ? now : null;
                contact.BlockedAt = state == "blocked" ? now : null;
            });
        await using var db = host.Open();
        if (state is "planned" or "sent")
            db.Add(new InvitationMessageRow { InvitationId = 1, ConversationId = "t-one", State = state == "sent" ? MessageState.Delivered : MessageState.Due, DueAt = now });
        await db.SaveChangesAsync(Stop);
        var id = host.Get<ConversationIds>().OfRecipient(Person);
        Assert.Equal(reach, (await host.Get<DirectInvitations>().FindAsync(db, [id, "r-nobody"], now, Stop))[id].Reach);
        Assert.Equal(reach == DirectReach.Open, (await TakeAsync(host, "A-1", Person)).IsDirect);
    }

    private async Task KnowAsync(BotHost host, Action<RecipientRow>? change = null, Action<ContactRow>? changeContact = null)
    {
        var recipient = new RecipientRow { Id = host.Get<ConversationIds>().OfRecipient(Person), ConversationId = "t-one" };
        var contact = new ContactRow { ConversationId = "t-one", Address = [1], UpdatedAt = _clock.GetUtcNow() };
        change?.Invoke(recipient);
        changeContact?.Invoke(contact);
        await using var db = host.Open();
        db.AddRange(recipient, contact);
        await db.SaveChangesAsync(Stop);
    }

    private async Task<ReceiptResult> TakeAsync(BotHost host, string receiptRef, string? person) =>
        (await host.Get<ReceiptDesk>().TakeAsync([Receipt(receiptRef, person)], 5, Stop))[0];

    private Receipt Receipt(string receiptRef, string? person) => new(receiptRef, "2602001", "electronic", "astana", null, null, _clock.GetUtcNow(), person);

    private static async Task<List<InvitationMessageRow>> MessagesAsync(BotHost host)
    {
        await using var db = host.Open();
        return await db.InvitationMessages.ToListAsync(Stop);
    }
}
