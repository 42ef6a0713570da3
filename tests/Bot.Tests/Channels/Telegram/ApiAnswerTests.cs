using System.Text;
using Bot.Channels.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class ApiAnswerTests
{
    [Theory]
    [InlineData(400, "Bad Request: message is not modified: specified new message content …", nameof(ApiOutcome.NotModified))]
    [InlineData(400, "Bad Request: message to edit not found", nameof(ApiOutcome.NoMessage))]
    [InlineData(400, "Bad Request: message can't be edited", nameof(ApiOutcome.NoMessage))]
    [InlineData(400, "Bad Request: MESSAGE_ID_INVALID", nameof(ApiOutcome.NoMessage))]
    [InlineData(400, "Bad Request: chat not found", nameof(ApiOutcome.Gone))]
    [InlineData(403, "Forbidden: bot was blocked by the user", nameof(ApiOutcome.Gone))]
    [InlineData(403, "Forbidden: user is deactivated", nameof(ApiOutcome.Gone))]
    [InlineData(400, "Bad Request: query is too old and response timeout expired or query ID is invalid", nameof(ApiOutcome.Done))]
    [InlineData(400, "Bad Request: BUTTON_DATA_INVALID", nameof(ApiOutcome.Refused))]
    [InlineData(401, "Unauthorized", nameof(ApiOutcome.Refused))]
    [InlineData(429, "Too Many Requests", nameof(ApiOutcome.TooMany))]
    [InlineData(500, "Internal Server Error", nameof(ApiOutcome.Fault))]
    public void Errors_are_told_apart(int code, string description, string outcome) =>
        Assert.Equal(outcome, Error(FakeAnswer.Error(code, description)).Outcome.ToString());

    [Fact]
    public void The_time_to_wait_is_read_to_the_second() => Assert.Equal(TimeSpan.FromSeconds(2282), Error(FakeAnswer.TooMany(2282)).RetryAfter);

    [Fact]
    public void Without_a_time_there_is_a_short_wait() => Assert.Equal(TimeSpan.FromSeconds(5), Error(FakeAnswer.Error(429, "Too Many Requests")).RetryAfter);

    [Fact]
    public void An_error_page_is_a_fault() => Assert.Equal(ApiOutcome.Fault, Error(FakeAnswer.ServerError).Outcome);

    [Fact]
    public void The_sent_message_is_known() => Assert.Equal(
        77, ApiAnswer.Sent("""{"ok":true,"result":{"from":{"message_id":1},"message_id":77,"reply_to_message":{"message_id":2}}}"""u8).MessageId);

    private static ApiAnswer Error(FakeAnswer answer) => ApiAnswer.Error(answer.Status, Encoding.UTF8.GetBytes(answer.Body));
}
