using System.Net;
using Bot.Conversations;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

public class BadActivityTests
{
    private readonly ScriptedRunner _runner = new();

    [Theory]
    [InlineData("", "BadSyntax")]
    [InlineData("{", "BadSyntax")]
    [InlineData("[]", "BadSyntax")]
    [InlineData("null", "BadSyntax")]
    [InlineData("\"message\"", "BadSyntax")]
    [InlineData("""{"type":7,"text":"5"}""", "BadSyntax")]
    [InlineData("""{"type":"message","text":5}""", "BadSyntax")]
    [InlineData("""{"type":"message","text":"\ud800"}""", "BadSyntax")]
    [InlineData("""{"type":"message","text":"5","channelData":[]}""", "BadSyntax")]
    [InlineData("""{"type":"message","text":"5","timestamp":"yesterday"}""", "BadSyntax")]
    [InlineData("""{"text":"5"}""", "MissingProperty")]
    [InlineData("""{"type":"message"}""", "MissingProperty")]
    [InlineData("""{"type":"message","text":" \n"}""", "MissingProperty")]
    [InlineData("""{"type":"message","attachments":[]}""", "MissingProperty")]
    public async Task A_malformed_activity_is_refused_in_the_protocols_form_and_changes_nothing(string body, string code)
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        using var response = await client.PostRawAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, (string)(await DirectLineClient.ReadAsync(response))["error"]!["code"]!);
        Assert.Single(DirectLineClient.Texts(await client.ReadActivitiesAsync()));
        Assert.Single(_runner.Messages);
    }

    [Theory]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"event","name":"webchat/join","value":{"locale":"kk"}}""")]
    [InlineData("""{"type":"something new","text":"5"}""")]
    public async Task Other_activities_get_an_id_and_are_ignored(string body)
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        using var response = await client.PostRawAsync(body);
        Assert.NotEmpty((string)(await DirectLineClient.ReadAsync(response))["id"]!);
        Assert.Single(_runner.Messages);
    }

    [Theory]
    [InlineData("""{"type":"message","attachments":[{"contentType":"image/png","contentUrl":"data:image/png;base64,AAAA","name":"a.png"}]}""")]
    [InlineData("""{"type":"message","value":{"rating":5}}""")]
    [InlineData("""{"type":"message","value":5}""")]
    public async Task A_message_without_text_that_holds_something_else_is_something_unsupported(string body)
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        using var response = await client.PostRawAsync(body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.IsType<MessagePayload.Unsupported>(_runner.Messages.Last().Payload);
    }

    [Fact]
    public async Task A_file_is_told_without_its_content()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        using var response = await client.PostRawAsync("""{"type":"message","attachments":[{"contentType":"text/csv","contentUrl":"data:text/csv;base64,AAAA","name":"people.csv"}]}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(new MessagePayload.Document(new SentFile("", "people.csv")), _runner.Messages.Last().Payload);
    }

    [Theory]
    [InlineData("""{"type":"message","text":"5","value":""}""")]
    [InlineData("""{"type":"message","text":"5","value":"бес"}""")]
    [InlineData("""{"type":"message","text":"5","value":{"a":1}}""")]
    [InlineData("""{"type":"message","text":"5","value":"12345678901234567890123456789012345678901234567890123456789012345"}""")]
    public async Task A_value_that_cannot_be_a_buttons_data_is_left_aside(string body)
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        using var response = await client.PostRawAsync(body);
        Assert.Equal(new MessagePayload.Text("5"), _runner.Messages.Last().Payload);
    }

    [Fact]
    public async Task A_body_over_256_kB_is_refused()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        using var response = await client.PostRawAsync($$"""{"type":"message","text":"{{new string('a', 256 * 1024)}}"}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("MessageSizeTooBig", (string)(await DirectLineClient.ReadAsync(response))["error"]!["code"]!);
    }

    [Fact]
    public async Task A_long_text_reaches_the_dialog_whole_and_is_echoed_cut()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        var text = new string('a', 10_000);
        await client.SayAsync(text);
        Assert.Equal(new MessagePayload.Text(text), _runner.Messages.Last().Payload);
        Assert.Equal(4096, DirectLineClient.Texts(await client.ReadActivitiesAsync())[1]!.Length);
    }

    [Fact]
    public async Task Too_many_messages_at_once_are_refused_in_the_readers_language()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 3, 12, 10, 0, 0, TimeSpan.Zero));
        await using var host = await WebChatHost.StartAsync(_runner, time);
        using var client = await DirectLineClient.BeginAsync(host);
        for (var i = 0; i < 20; i++)
            await client.SayAsync("5");
        using var refused = await client.SendAsync(
            HttpMethod.Post, $"conversations/{client.Conversation}/activities", """{"type":"message","text":"5"}""", ("Accept-Language", "ru"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("Слишком много сообщений. Подождите немного.", (string)(await DirectLineClient.ReadAsync(refused))["error"]!["message"]!);
        time.Advance(TimeSpan.FromSeconds(1));
        await client.SayAsync("5");
    }

    [Fact]
    public async Task A_turn_that_fails_is_not_echoed_and_can_be_sent_again()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        _runner.Failure = new InvalidOperationException("The database is away.");
        using var failed = await client.PostRawAsync("""{"type":"message","text":"5","channelData":{"clientActivityID":"client-1"}}""");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Single(DirectLineClient.Texts(await client.ReadActivitiesAsync()));
        await client.SayAsync("5", "client-1");
        Assert.Equal(["Портал жылдам жұмыс істеді.", "5", "Жазылды: 5"], DirectLineClient.Texts(await client.ReadActivitiesAsync()));
    }
}
