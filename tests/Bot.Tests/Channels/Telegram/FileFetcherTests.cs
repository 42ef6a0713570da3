using Bot.Channels.Telegram;
using Bot.Conversations;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public sealed class FileFetcherTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_read_from_its_update_and_fetched_from_the_Bot_API()
    {
        await using var host = await TelegramHost.StartAsync();
        var update = UpdateReader.Read(System.Text.Encoding.UTF8.GetBytes(Updates.Message(1, 42, """ "document": { "file_name": "people.csv", "mime_type": "text/csv", "thumbnail": { "file_id": "no" }, "file_id": "BQ-1", "file_size": 12 }, "caption": "x" """)));
        var file = Assert.IsType<MessagePayload.Document>(update.Payload).File;
        Assert.Equal(new SentFile("BQ-1", "people.csv"), file);
        host.Api.Files["file_7.csv"] = [1, 2, 3];
        host.Api.Next("getFile", FakeAnswer.Ok("""{"file_id":"BQ-1","file_path":"documents/file_7.csv"}"""));
        Assert.Equal([1, 2, 3], await host.Channel.FetchAsync(file.Reference, 3, Stop));
        Assert.Equal("BQ-1", (await host.Api.CalledAsync("getFile")).Get("file_id"));
    }

    [Fact]
    public async Task What_is_too_large_or_gone_is_none()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.Files["large.csv"] = [1, 2, 3, 4];
        host.Api.Next("getFile", FakeAnswer.Ok("""{"file_path":"documents/large.csv"}"""));
        Assert.Null(await host.Channel.FetchAsync("BQ-1", 3, Stop));
        host.Api.Next("getFile", FakeAnswer.Ok("""{"file_path":"documents/gone.csv"}"""));
        Assert.Null(await host.Channel.FetchAsync("BQ-1", 3, Stop));
        host.Api.Next("getFile", FakeAnswer.ServerError);
        Assert.Null(await host.Channel.FetchAsync("BQ-1", 3, Stop));
    }
}
