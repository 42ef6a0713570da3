using System.Net;
using Bot.Channels.Telegram;
using Bot.Conversations;
using Bot.Survey.Dialogs;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class TelegramWebhookTests
{
    [Fact]
    public async Task A_press_costs_one_call_and_is_answered_in_the_response()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Runner.Reply(new TurnReply(Cards.Question(), EditRef: "50"));
        using var response = await host.PostAsync(Updates.Press(7, 42, "7.1.5"));
        Assert.Equal("""{"method":"answerCallbackQuery","callback_query_id":"cb7"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            new IncomingMessage(new ConversationKey("telegram", "42"), "7", new MessagePayload.Press("7.1.5"), "ru", "50"),
            await host.Runner.MessageAsync());
        Assert.Equal(50, (await host.Api.CalledAsync("editMessageText")).MessageId);
        Assert.Equal(0, host.Api.Count("answerCallbackQuery"));
    }

    [Fact]
    public async Task A_text_is_answered_by_a_new_message_whose_number_the_runner_learns()
    {
        await using var host = await TelegramHost.StartAsync();
        using var response = await host.PostAsync(Updates.Text(7, 42, "/start"));
        Assert.Equal((HttpStatusCode.OK, 0), (response.StatusCode, response.Content.Headers.ContentLength));
        Assert.Equal(("42", "101"), await host.Runner.ShownAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("s3cret_")]
    [InlineData("s3cret_-x")]
    [InlineData("S3cret_-")]
    public async Task Without_the_secret_nothing_is_read(string? secret)
    {
        await using var host = await TelegramHost.StartAsync();
        using var response = await host.PostAsync(Updates.Text(7, 42, "/start"), secret);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(host.Runner.All);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("{\"update_id\":1,")]
    [InlineData("[]")]
    public async Task What_is_no_update_is_a_bad_request(string body)
    {
        await using var host = await TelegramHost.StartAsync();
        using var response = await host.PostAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(host.Runner.All);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_too_large()
    {
        await using var host = await TelegramHost.StartAsync();
        using var response = await host.PostAsync(Updates.Text(7, 42, new string('x', 1024 * 1024)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task An_update_in_several_pieces_is_read_whole()
    {
        await using var host = await TelegramHost.StartAsync();
        var text = new string('ә', 100_000);
        using var response = await host.PostAsync(Updates.Text(7, 42, text));
        Assert.Equal(new MessagePayload.Text(text), (await host.Runner.MessageAsync()).Payload);
    }

    [Fact]
    public async Task Updates_of_no_use_are_accepted_and_ignored()
    {
        await using var host = await TelegramHost.StartAsync();
        foreach (var update in new[] { Updates.Message(1, -5, "\"text\":\"x\"", "group"), """{"update_id":2,"channel_post":{}}""", """{"update_id":3}""" })
        {
            using var response = await host.PostAsync(update);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Empty(host.Runner.All);
    }

    [Fact]
    public async Task A_repeated_update_goes_to_the_runner_under_the_same_number()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Runner.Reply(new TurnReply(Cards.Question(), EditRef: "50"));
        host.Api.Next("editMessageText", FakeAnswer.Ok("true"));
        host.Api.Next("editMessageText", FakeAnswer.NotModified);
        using var first = await host.PostAsync(Updates.Press(7, 42, "x"));
        using var again = await host.PostAsync(Updates.Press(7, 42, "x"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal(["7", "7"], host.Runner.All.Select(message => message.UpdateId));
        Assert.Equal(0, host.Api.Count("sendMessage"));
    }

    [Fact]
    public async Task A_failed_turn_is_asked_for_again_and_skipped_after_the_fifth_time()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Runner.Turn = _ => throw new InvalidOperationException("database");
        for (var attempt = 1; attempt < 5; attempt++)
        {
            using var response = await host.PostAsync(Updates.Text(7, 42, "x"));
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        }

        using var last = await host.PostAsync(Updates.Text(7, 42, "x"));
        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        Assert.Equal(0, host.Api.Count("sendMessage"));
    }

    [Fact]
    public async Task A_slow_card_is_acknowledged_after_two_seconds_and_goes_on()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Runner.Reply(new TurnReply(Cards.Question(), EditRef: "50"));
        var release = new TaskCompletionSource<FakeAnswer>();
        host.Api.Next("editMessageText", _ => release.Task);
        var response = host.PostAsync(Updates.Press(7, 42, "x"));
        await host.Time.PassAsync(TelegramTurns.Patience);
        Assert.Equal(HttpStatusCode.OK, (await response).StatusCode);
        release.SetResult(FakeAnswer.Ok("true"));
        Assert.Equal(("42", "50"), await host.Runner.ShownAsync());
    }

    [Fact]
    public async Task Turns_of_a_chat_run_in_order_and_of_others_beside()
    {
        await using var host = await TelegramHost.StartAsync();
        var release = new TaskCompletionSource<TurnReply>();
        host.Runner.Turn = message => message.UpdateId == "1" ? release.Task : Task.FromResult(new TurnReply(Card.Plain(message.UpdateId, "kk"), "50"));
        var first = host.PostAsync(Updates.Press(1, 42, "a"));
        await host.Runner.MessageAsync();
        var second = host.PostAsync(Updates.Press(2, 42, "b"));
        using var beside = await host.PostAsync(Updates.Press(3, 43, "c"));
        Assert.Equal(["1", "3"], host.Runner.All.Select(message => message.UpdateId));
        release.SetResult(new TurnReply(Card.Plain("1", "kk"), "50"));
        await Task.WhenAll(first, second);
        Assert.Equal(["1", "2"], host.Api.Calls.Where(call => call.Get("chat_id") == "42").Select(call => call.Text));
    }

    [Fact]
    public async Task Without_a_webhook_there_is_no_endpoint()
    {
        await using var polling = await TelegramHost.StartPollingAsync();
        using var response = await polling.PostAsync(Updates.Text(7, 42, "x"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
