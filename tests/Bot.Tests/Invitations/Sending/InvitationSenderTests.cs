using System.Globalization;
using Bot.Channels;
using Bot.Conversations;
using Bot.Invitations.Sending;
using Bot.Jobs;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Invitations.Sending;

public sealed class InvitationSenderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_says_what_it_is_about_and_who_asks_and_its_button_opens_it()
    {
        await using var desk = await SendingDesk.OpenAsync(("Survey:Operator", "Агентство"));
        var invitation = await desk.InviteAsync();
        await desk.SendAsync();
        var card = Assert.Single(desk.Channel.Sent).Card;
        Assert.Equal(
            """
            Недавно Вы получили услугу «Запись на прием к врачу». Просим оценить ее: около 2 мин.

            Опрос проводит: Агентство.
            [Оценить услугу]
            [Не сейчас]
            [Больше не приглашать]
            """, SendingDesk.Text(card).Replace(ServiceName(desk), "Запись на прием к врачу", StringComparison.Ordinal));
        Assert.All(card.Rows.SelectMany(row => row), button => Assert.InRange(button.Data.Length, 1, 64));
        var talk = new Talk(desk.Host, SendingDesk.Chat);
        await talk.PressAsync(card.Rows[0][0].Data, "900");
        Assert.Contains("Каков результат", talk.Card.Text, StringComparison.Ordinal);
        await using var db = desk.Host.Open();
        var opened = await db.Invitations.SingleAsync(Stop);
        Assert.Equal((invitation.Id, desk.Now, desk.Now), (opened.Id, opened.DeliveredAt, opened.OpenedAt));
        Assert.Equal("receipt", (await db.Responses.SingleAsync(Stop)).Source);
    }

    [Fact]
    public async Task Each_answer_of_the_channel_has_its_state()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var later = desk.Now.AddMinutes(3);
        var answers = new Dictionary<string, (Delivery Says, MessageState State)>
        {
            ["1"] = (new(DeliveryStatus.Shown, "5"), MessageState.Delivered),
            ["2"] = (new(DeliveryStatus.Gone), MessageState.Blocked),
            ["3"] = (new(DeliveryStatus.Later, MayHaveArrived: true), MessageState.Unknown),
            ["4"] = (new(DeliveryStatus.Later, NotBefore: later.AddHours(1), IsRefused: true), MessageState.Failed),
            ["5"] = (new(DeliveryStatus.Later, NotBefore: later), MessageState.Due),
        };
        desk.Channel.Answer = chat => chat == "6" ? throw new IOException("gone wrong") : Task.FromResult(answers[chat].Says);
        answers["6"] = (default, MessageState.Unknown);
        var invitations = new Dictionary<string, InvitationRow>();
        foreach (var chat in answers.Keys)
            invitations[chat] = await desk.InviteAsync(chat);
        Assert.Equal(["1", "2", "3", "4", "5", "6"], (await desk.SendAsync()).Order());
        foreach (var (chat, (_, state)) in answers)
            Assert.Equal(state, (await desk.MessageAsync(invitations[chat])).State);
        Assert.Equal(later, (await desk.MessageAsync(invitations["5"])).DueAt);
        await using var db = desk.Host.Open();
        Assert.Equal([desk.ConversationOf("2")], await db.Contacts.Where(c => c.BlockedAt != null).Select(c => c.ConversationId).ToListAsync(Stop));
        Assert.Equal([invitations["1"].Id], await db.Invitations.Where(i => i.DeliveredAt != null).Select(i => i.Id).ToListAsync(Stop));
        Assert.Equal(["r-1", "r-3", "r-6"], await db.Recipients.Where(r => r.LastInvitedAt == desk.Now).Select(r => r.Id).Order().ToListAsync(Stop));
        Assert.Empty(await desk.SendAsync());
        desk.Clock.Advance(TimeSpan.FromMinutes(3));
        answers["5"] = answers["1"];
        Assert.Equal(["5"], await desk.SendAsync());
    }

    [Fact]
    public async Task What_a_dead_process_was_sending_is_given_up_when_its_lease_is_over_and_the_rest_is_sent()
    {
        await using var desk = await SendingDesk.OpenAsync();
        List<InvitationRow> all = [await desk.InviteAsync("1"), await desk.InviteAsync("2"), await desk.InviteAsync("3")];
        var dead = new PostChannel { Free = 2, Answer = _ => new TaskCompletionSource<Delivery>().Task };
        await using var other = await desk.StartAnotherAsync(QuietHost.NewClock(), dead);
        var never = other.Get<InvitationSender>().RunAsync(Stop);
        await dead.Called.Task;
        Assert.Empty(await desk.SendAsync());
        desk.Clock.Advance(JobLeases.Term);
        Assert.Equal(["3"], await desk.SendAsync());
        Assert.Equal(
            [MessageState.Unknown, MessageState.Unknown, MessageState.Delivered],
            [(await desk.MessageAsync(all[0])).State, (await desk.MessageAsync(all[1])).State, (await desk.MessageAsync(all[2])).State]);
        Assert.Equal(["1", "2"], dead.Sent.Select(sent => sent.Chat));
        Assert.False(never.IsCompleted);
    }

    [Fact]
    public async Task A_slow_process_that_was_given_up_notes_what_it_knows_and_claims_nothing_more()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var invitation = await desk.InviteAsync("1");
        var answer = new TaskCompletionSource<Delivery>();
        var slow = new PostChannel { Answer = _ => answer.Task };
        await using var other = await desk.StartAnotherAsync(QuietHost.NewClock(), slow);
        var run = other.Get<InvitationSender>().RunAsync(Stop);
        await slow.Called.Task;
        desk.Clock.Advance(JobLeases.Term);
        Assert.Empty(await desk.SendAsync());
        Assert.Equal(MessageState.Unknown, (await desk.MessageAsync(invitation)).State);
        await desk.InviteAsync("2");
        answer.SetResult(new Delivery(DeliveryStatus.Shown, "1"));
        await Assert.ThrowsAsync<LeaseLostException>(() => run);
        Assert.Equal(MessageState.Delivered, (await desk.MessageAsync(invitation)).State);
        Assert.Equal(["1"], slow.Sent.Select(sent => sent.Chat));
        Assert.Equal(["2"], await desk.SendAsync());
    }

    [Fact]
    public async Task Two_programs_send_each_message_once()
    {
        await using var desk = await SendingDesk.OpenAsync();
        await using var second = await desk.StartAnotherAsync();
        for (var i = 0; i < 50; i++)
            await desk.InviteAsync((8000 + i).ToString(CultureInfo.InvariantCulture));
        await Task.WhenAll(desk.SendAsync(), desk.SendAsync(second));
        await desk.SendAsync();
        Assert.Equal(50, desk.Channel.Sent.Count);
        Assert.Equal(50, desk.Channel.Sent.DistinctBy(sent => sent.Chat).Count());
    }

    [Fact]
    public async Task No_more_are_claimed_than_there_are_places_for()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var first = await desk.InviteAsync("1");
        desk.Channel.Free = 0;
        Assert.Empty(await desk.SendAsync());
        Assert.Equal([MessageState.Due], await desk.StatesAsync(first));
        desk.Channel.Free = 1;
        Assert.Equal(["1"], await desk.SendAsync());
    }

    [Fact]
    public async Task A_pause_that_the_channel_asked_for_outlives_the_program_and_holds_for_the_others()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var until = desk.Now.AddSeconds(600);
        desk.Channel.Answer = _ =>
        {
            desk.Channel.Pause(until);
            return Task.FromResult(new Delivery(DeliveryStatus.Later, NotBefore: until));
        };
        var first = await desk.InviteAsync("1");
        await desk.SendAsync();
        await desk.InviteAsync("2");
        var fresh = new PostChannel();
        await using var restarted = await desk.StartAnotherAsync(channel: fresh);
        await desk.SendAsync(restarted);
        desk.Clock.Advance(TimeSpan.FromSeconds(599.999));
        await desk.SendAsync(restarted);
        Assert.Equal((0, until), (fresh.Sent.Count, fresh.PausedUntil));
        desk.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await desk.SendAsync(restarted);
        Assert.Equal(["1", "2"], fresh.Sent.Select(sent => sent.Chat).Order());
        Assert.Equal(MessageState.Delivered, (await desk.MessageAsync(first)).State);
    }

    [Fact]
    public async Task Who_was_forgotten_or_blocked_the_bot_is_not_written_to()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var (forgotten, blocked) = (await desk.InviteAsync("1"), await desk.InviteAsync("2"));
        var (one, two) = (desk.ConversationOf("1"), desk.ConversationOf("2"));
        await desk.ChangeAsync(db => db.Contacts.Where(c => c.ConversationId == one).ExecuteDeleteAsync(Stop));
        await desk.ChangeAsync(db => db.Contacts.Where(c => c.ConversationId == two).ExecuteUpdateAsync(set => set.SetProperty(c => c.BlockedAt, desk.Now), Stop));
        Assert.Empty(await desk.SendAsync());
        Assert.Equal((MessageState.Failed, MessageState.Blocked), ((await desk.MessageAsync(forgotten)).State, (await desk.MessageAsync(blocked)).State));
    }

    [Fact]
    public async Task What_was_sent_while_the_person_erased_everything_leaves_no_trace()
    {
        await using var desk = await SendingDesk.OpenAsync();
        await desk.InviteAsync("1");
        desk.Channel.Answer = async _ =>
        {
            await desk.Host.Get<PersonalData>().EraseAsync(desk.ConversationOf("1"), Stop);
            return new Delivery(DeliveryStatus.Shown, "5");
        };
        await desk.SendAsync();
        await using var db = desk.Host.Open();
        Assert.False(await db.InvitationMessages.AnyAsync(Stop));
        Assert.False(await db.Recipients.AnyAsync(Stop));
    }

    private static string ServiceName(SendingDesk desk) => desk.Host.Get<ServiceCatalogue>().FindService(SendingDesk.Service)!.ShortName["ru"];
}
