using System.Globalization;
using Bot.Tests.Conversations;
using Bot.Webhooks;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Webhooks;

public sealed class WebhookDeliveryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_system_is_told_of_start_and_completion_by_signed_messages_without_answers()
    {
        var clock = QuietHost.NewClock();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var host = await ToldSystem.HostAsync(clock);
        var system = await ToldSystem.RegisterAsync(host, receiver);
        var talk = await system.StartAsync("A-1");
        await system.SendDueAsync();
        clock.Advance(TimeSpan.FromMinutes(2));
        await talk.RateAsync();
        await talk.TapAsync("Отправить");
        await system.SendDueAsync();
        await system.SendDueAsync();
        Assert.Equal(["invitation.started", "invitation.completed"], receiver.Messages.Select(m => m.Type));
        await using var db = host.Open();
        var invitation = await db.Invitations.SingleAsync(Stop);
        var id = invitation.Id.ToString(CultureInfo.InvariantCulture);
        Assert.All(receiver.Messages, m =>
        {
            Assert.True(m.IsSignedWith(system.Secret));
            string[] fields = ["id", "type", "at", "invitationId", "receiptRef"];
            Assert.Equivalent(fields, m.Json.EnumerateObject().Select(p => p.Name), strict: true);
            Assert.Equal((m.Id, id, "A-1"), (m.Json.GetProperty("id").GetString(), m.Json.GetProperty("invitationId").GetString(), m.Json.GetProperty("receiptRef").GetString()));
        });
        Assert.Equal([invitation.StartedAt, invitation.CompletedAt], receiver.Messages.Select(m => (DateTimeOffset?)m.Json.GetProperty("at").GetDateTimeOffset()));
        Assert.Equal(clock.GetUtcNow(), receiver.Messages.Last().SentAt);
        Assert.Empty(await db.WebhookEvents.ToListAsync(Stop));
    }

    [Fact]
    public async Task What_was_not_taken_comes_again_with_the_same_id_after_pauses_that_double()
    {
        var clock = QuietHost.NewClock();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var host = await ToldSystem.HostAsync(clock);
        var system = await ToldSystem.RegisterAsync(host, receiver);
        receiver.Next(500, 503, 302);
        await system.StartAsync("A-1");
        await system.SendDueAsync();
        foreach (var pause in new[] { 30, 60, 120 })
        {
            var before = receiver.Messages.Count;
            clock.Advance(TimeSpan.FromSeconds(pause - 1));
            await system.SendDueAsync();
            Assert.Equal(before, receiver.Messages.Count);
            clock.Advance(TimeSpan.FromSeconds(1));
            await system.SendDueAsync();
            Assert.Equal(before + 1, receiver.Messages.Count);
        }

        Assert.Single(receiver.Messages.Select(m => (m.Id, m.Body)).Distinct());
        Assert.Equal(4, receiver.Messages.Select(m => m.Signature).Distinct().Count());
        Assert.Equal(0, (await system.AskAsync(HttpMethod.Get, "webhook")).GetProperty("waiting").GetInt32());
    }

    [Fact]
    public async Task What_nobody_takes_for_three_days_is_given_up_and_shown()
    {
        var clock = QuietHost.NewClock();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var host = await ToldSystem.HostAsync(clock);
        var system = await ToldSystem.RegisterAsync(host, receiver);
        receiver.Next([.. Enumerable.Repeat(404, 100)]);
        var begun = clock.GetUtcNow();
        await system.StartAsync("A-1");
        await system.SendDueAsync();
        while (await DueAsync(host) is { } next)
        {
            clock.SetUtcNow(next);
            await system.SendDueAsync();
        }

        Assert.InRange(clock.GetUtcNow() - begun, WebhookQueue.Patience - TimeSpan.FromHours(6), WebhookQueue.Patience);
        var shown = await system.AskAsync(HttpMethod.Get, "webhook");
        Assert.Equal((0, 1), (shown.GetProperty("waiting").GetInt32(), shown.GetProperty("givenUp").GetInt32()));
        var failure = Assert.Single(shown.GetProperty("failures").EnumerateArray());
        Assert.Equal(("404", receiver.Messages.Count), (failure.GetProperty("fault").GetString(), failure.GetProperty("attempts").GetInt32()));
        await using var db = host.Open();
        await WebhookQueue.ForgetAsync(db, begun + WebhookQueue.Memory, Stop);
        Assert.Equal(1, await db.WebhookEvents.CountAsync(Stop));
        await WebhookQueue.ForgetAsync(db, begun + WebhookQueue.Memory + TimeSpan.FromSeconds(1), Stop);
        Assert.Equal(0, await db.WebhookEvents.CountAsync(Stop));
    }

    [Fact]
    public async Task A_system_that_does_not_answer_holds_neither_a_turn_nor_another_system_up()
    {
        var clock = QuietHost.NewClock();
        await using var dead = await WebhookReceiver.StartAsync();
        await using var alive = await WebhookReceiver.StartAsync();
        await using var host = await ToldSystem.HostAsync(clock);
        var first = await ToldSystem.RegisterAsync(host, dead);
        var second = await ToldSystem.RegisterAsync(host, alive);
        dead.Next(async context =>
        {
            await alive.ArrivedAsync();
            clock.Advance(WebhookConnection.Timeout);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await first.StartAsync("A-1");
        await second.StartAsync("B-1", chat: "7002");
        await first.SendDueAsync();
        Assert.Single(alive.Messages);
        var failure = Assert.Single((await first.AskAsync(HttpMethod.Get, "webhook")).GetProperty("failures").EnumerateArray());
        Assert.Equal(("timeout", 1), (failure.GetProperty("fault").GetString(), failure.GetProperty("attempts").GetInt32()));
    }

    [Fact]
    public async Task A_process_that_ends_in_the_middle_leaves_its_message_to_the_next()
    {
        var clock = QuietHost.NewClock();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var first = await ToldSystem.HostAsync(clock);
        var system = await ToldSystem.RegisterAsync(first, receiver);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        receiver.Next(async context =>
        {
            await end.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await system.StartAsync("A-1");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.Get<WebhookSender>().SendDueAsync(end.Token));
        await first.StopAsync();
        await using var second = await ToldSystem.HostAsync(clock, first.Folder);
        clock.Advance(WebhookQueue.FirstPause);
        await second.Get<WebhookSender>().SendDueAsync(Stop);
        Assert.Equal(2, receiver.Messages.Count);
        Assert.Single(receiver.Messages.Select(m => m.Id).Distinct());
        Assert.True(receiver.Messages.Last().IsSignedWith(system.Secret));
    }

    [Fact]
    public async Task Two_replicas_that_look_at_once_tell_each_event_once()
    {
        var clock = QuietHost.NewClock();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var one = await ToldSystem.HostAsync(clock);
        await using var other = await ToldSystem.HostAsync(clock, one.Folder);
        var system = await ToldSystem.RegisterAsync(one, receiver);
        for (var i = 0; i < 10; i++)
            await system.StartAsync($"A-{i}", chat: $"70{i:D2}");
        await Task.WhenAll(one.Get<WebhookSender>().SendDueAsync(Stop), other.Get<WebhookSender>().SendDueAsync(Stop));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"A-{i}"), receiver.Messages.Select(m => m.Json.GetProperty("receiptRef").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_key_hears_of_its_own_invitations_only_and_of_none_once_it_is_revoked()
    {
        var clock = QuietHost.NewClock();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var host = await ToldSystem.HostAsync(clock);
        var told = await ToldSystem.RegisterAsync(host, receiver);
        var other = await ToldSystem.MeetAsync(host);
        await other.StartAsync("B-1");
        await told.SendDueAsync();
        Assert.Empty(receiver.Messages);
        await told.StartAsync("A-1", chat: "7002");
        await using var db = host.Open();
        await db.ApiKeys.ExecuteUpdateAsync(set => set.SetProperty(k => k.RevokedAt, clock.GetUtcNow()), Stop);
        await told.SendDueAsync();
        Assert.Empty(receiver.Messages);
        await WebhookQueue.ForgetAsync(db, clock.GetUtcNow(), Stop);
        Assert.Empty(await db.WebhookEvents.ToListAsync(Stop));
    }

    [Fact]
    public async Task What_waits_is_sent_by_the_program_itself()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var host = await BotHost.StartAsync(new BotHostOptions { Settings = new() { ["Webhooks:AllowHttp"] = "true" }, AllowOutgoing = _ => true });
        var system = await ToldSystem.RegisterAsync(host, receiver);
        await system.StartAsync("A-1");
        Assert.Equal("invitation.started", (await receiver.ArrivedAsync()).Type);
    }

    private static async Task<DateTimeOffset?> DueAsync(BotHost host)
    {
        await using var db = host.Open();
        return await db.WebhookEvents.Select(e => e.DueAt).SingleAsync(Stop);
    }
}
