using Bot.Conversations;
using Bot.Hosting.Keys;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Conversations.Turns;

public sealed class InvitationProgressTests
{
    private const string Token = "aBcDeFgHiJkLmNoP";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_step_of_a_person_is_noted_once_with_its_time()
    {
        var clock = QuietHost.NewClock();
        await using var host = await StartAsync(clock);
        var talk = new Talk(host);
        var opened = clock.GetUtcNow();
        await talk.TypeAsync("/start " + Token);
        await talk.TapAsync("Русский");
        await talk.TapAsync("Даю согласие");
        Assert.Equal((opened, "telegram", null, null), await AtAsync(host));
        var started = Later(clock);
        await talk.TapAsync("Услуга получена полностью");
        Later(clock);
        await talk.RateAsync();
        var completed = Later(clock);
        await talk.TapAsync("Отправить");
        Assert.Equal((opened, "telegram", started, completed), await AtAsync(host));
        Later(clock);
        await talk.TapAsync("Пропустить все");
        await talk.TypeAsync("/start " + Token);
        Assert.Equal((opened, "telegram", started, completed), await AtAsync(host));
    }

    [Fact]
    public async Task Who_refuses_is_noted_and_may_come_back()
    {
        await using var host = await StartAsync(QuietHost.NewClock());
        var talk = new Talk(host);
        await talk.TypeAsync("/start " + Token);
        await talk.TapAsync("Русский");
        await talk.TapAsync("Не даю согласия");
        var refused = await InvitationAsync(host);
        Assert.NotNull(refused.RefusedAt);
        Assert.Null(refused.ResponseId);
        await talk.TypeAsync("/start " + Token);
        Assert.Null((await InvitationAsync(host)).RefusedAt);
    }

    [Theory]
    [InlineData("telegram", true)]
    [InlineData("web", false)]
    public async Task A_named_person_is_known_from_consent_on_where_they_can_be_written_to(string channel, bool known)
    {
        await using var host = await StartAsync(QuietHost.NewClock());
        var talk = new Talk(host, channel: channel);
        await talk.TypeAsync("/start " + Token);
        await talk.TapAsync("Русский");
        Assert.Empty(await RecipientsAsync(host));
        await talk.TapAsync("Даю согласие");
        Assert.Equal(known ? [host.Get<ConversationIds>().Of(talk.Key)] : [], (await RecipientsAsync(host)).Select(r => r.ConversationId));
    }

    [Fact]
    public async Task Erasing_a_person_forgets_who_they_are_but_not_that_they_want_no_invitations()
    {
        await using var host = await StartAsync(QuietHost.NewClock());
        var talk = new Talk(host);
        await talk.TypeAsync("/start " + Token);
        await talk.TapAsync("Русский");
        await talk.TapAsync("Даю согласие");
        await using (var db = host.Open())
            await db.Recipients.ExecuteUpdateAsync(set => set.SetProperty(r => r.OptedOutAt, QuietHost.NewClock().GetUtcNow()), Stop);
        await host.Get<PersonalData>().EraseAsync(host.Get<ConversationIds>().Of(talk.Key), Stop);
        var left = Assert.Single(await RecipientsAsync(host));
        Assert.Null(left.ConversationId);
        Assert.NotNull(left.OptedOutAt);
    }

    private static async Task<BotHost> StartAsync(FakeTimeProvider clock)
    {
        var host = await QuietHost.StartAsync(clock);
        var now = clock.GetUtcNow();
        await using var db = host.Open();
        db.Invitations.Add(new InvitationRow
        {
            Id = 1,
            Token = Token,
            ReceiptRef = "A-1",
            Recipient = host.Get<ConversationIds>().OfRecipient("person-1"),
            ServiceId = "2602001",
            Form = "electronic",
            RegionId = "astana",
            RenderedAt = now,
            CreatedAt = now,
            ExpiresAt = now.AddDays(30),
            InvitedAt = now,
        });
        await db.SaveChangesAsync(Stop);
        return host;
    }

    private static DateTimeOffset Later(FakeTimeProvider clock)
    {
        clock.Advance(TimeSpan.FromMinutes(1));
        return clock.GetUtcNow();
    }

    private static async Task<(DateTimeOffset?, string?, DateTimeOffset?, DateTimeOffset?)> AtAsync(BotHost host)
    {
        var row = await InvitationAsync(host);
        return (row.OpenedAt, row.OpenedOn, row.StartedAt, row.CompletedAt);
    }

    private static async Task<InvitationRow> InvitationAsync(BotHost host)
    {
        await using var db = host.Open();
        return await db.Invitations.AsNoTracking().SingleAsync(Stop);
    }

    private static async Task<List<RecipientRow>> RecipientsAsync(BotHost host)
    {
        await using var db = host.Open();
        return await db.Recipients.AsNoTracking().ToListAsync(Stop);
    }
}
