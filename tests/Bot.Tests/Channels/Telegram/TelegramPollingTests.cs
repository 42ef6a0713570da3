using Bot.Conversations;
using Bot.Survey.Dialogs;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class TelegramPollingTests
{
    [Fact]
    public async Task The_webhook_is_deleted_first()
    {
        await using var host = await TelegramHost.StartPollingAsync();
        await host.Api.CalledAsync("getUpdates");
        Assert.Equal(["deleteWebhook", "getUpdates"], host.Api.Calls.Select(call => call.Method).Where(method => method is "deleteWebhook" or "getUpdates"));
    }

    [Fact]
    public async Task A_batch_is_confirmed_when_all_of_it_is_settled()
    {
        var release = new TaskCompletionSource<TurnReply>();
        var runner = new FakeRunner { Turn = message => message.UpdateId == "10" ? release.Task : Task.FromResult(new TurnReply(Cards.Question())) };
        await using var host = await TelegramHost.StartPollingAsync(runner, api => api.Deliver(Updates.Text(10, 42, "a"), Updates.Text(11, 43, "b")));
        Assert.Equal("0", (await host.Api.CalledAsync("getUpdates")).Get("offset"));
        Assert.Equal(("43", "101"), await runner.ShownAsync());
        Assert.Equal(1, host.Api.Count("getUpdates"));
        release.SetResult(new TurnReply(Cards.Question()));
        Assert.Equal("12", (await host.Api.CalledAsync("getUpdates")).Get("offset"));
    }

    [Fact]
    public async Task An_update_that_fails_five_times_is_skipped_and_holds_up_no_other_chat()
    {
        var runner = new FakeRunner();
        runner.Turn = message => message.UpdateId == "10" ? throw new InvalidOperationException("broken") : Task.FromResult(new TurnReply(Cards.Question()));
        await using var host = await TelegramHost.StartPollingAsync(
            runner, api => api.Deliver(Updates.Text(10, 42, "a"), Updates.Text(11, 43, "b"), Updates.Text(12, 42, "c")));
        await host.Api.CalledAsync("getUpdates");
        Assert.Equal("43", (await runner.ShownAsync()).ChatId);
        for (var attempt = 1; attempt < 5; attempt++)
        {
            Assert.Equal(1, host.Api.Count("getUpdates"));
            await host.Time.PassAsync(TimeSpan.FromSeconds(3));
        }

        Assert.Equal("13", (await host.Api.CalledAsync("getUpdates")).Get("offset"));
        Assert.Equal(5, runner.All.Count(message => message.UpdateId == "10"));
        Assert.Equal("12", runner.All.Last().UpdateId);
    }

    [Fact]
    public async Task Updates_of_a_chat_run_in_order()
    {
        var runner = new FakeRunner { Turn = message => Task.FromResult(new TurnReply(Card.Plain(message.UpdateId, "kk"), "50")) };
        await using var host = await TelegramHost.StartPollingAsync(
            runner, api => api.Deliver([.. Enumerable.Range(1, 20).Select(id => Updates.Text(id, 42, "x"))]));
        await host.Api.CalledAsync("getUpdates");
        await host.Api.CalledAsync("getUpdates");
        Assert.Equal(Enumerable.Range(1, 20).Select(id => $"{id}"), runner.All.Select(message => message.UpdateId));
        Assert.Equal(Enumerable.Range(1, 20).Select(id => $"{id}"), host.Api.Calls.Where(call => call.Method == "editMessageText").Select(call => call.Text));
    }

    [Fact]
    public async Task A_press_is_answered_early_by_a_call_of_its_own()
    {
        var release = new TaskCompletionSource<TurnReply>();
        var runner = new FakeRunner { Turn = _ => release.Task };
        await using var host = await TelegramHost.StartPollingAsync(runner, api => api.Deliver(Updates.Press(10, 42, "x")));
        Assert.Equal("cb10", (await host.Api.CalledAsync("answerCallbackQuery")).Get("callback_query_id"));
        release.SetResult(TurnReply.Nothing);
        await host.Api.CalledAsync("getUpdates");
    }

    [Fact]
    public async Task A_conflict_is_waited_out_and_the_webhook_deleted_again()
    {
        await using var host = await TelegramHost.StartPollingAsync(script: api =>
        {
            api.Next("getUpdates", FakeAnswer.Error(409, "Conflict: can't use getUpdates method while webhook is active"));
            api.Next("getUpdates", FakeAnswer.ServerError);
        });
        await host.Api.CalledAsync("getUpdates");
        await host.Time.PassAsync(TimeSpan.FromSeconds(1));
        await host.Api.CalledAsync("getUpdates");
        Assert.Equal(2, host.Api.Count("deleteWebhook"));
        await host.Time.PassAsync(TimeSpan.FromSeconds(2));
        await host.Api.CalledAsync("getUpdates");
        Assert.Equal(2, host.Api.Count("deleteWebhook"));
    }

    [Fact]
    public async Task Garbage_in_the_place_of_updates_is_waited_out()
    {
        await using var host = await TelegramHost.StartPollingAsync(script: api => api.Next("getUpdates", new FakeAnswer(200, "<html>")));
        await host.Api.CalledAsync("getUpdates");
        await host.Time.PassAsync(TimeSpan.FromSeconds(1));
        await host.Api.CalledAsync("getUpdates");
    }
}
