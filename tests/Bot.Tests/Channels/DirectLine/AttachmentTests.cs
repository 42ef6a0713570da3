using System.Net;
using System.Text.Json.Nodes;
using Bot.Channels.DirectLine;
using Bot.Conversations;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

public class AttachmentTests
{
    private static readonly byte[] Content = [0x89, 0x50, 0x4E, 0x47, 0, 255, 13, 10];
    private readonly ScriptedRunner _runner = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 12, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_picture_comes_with_its_card_and_is_named_by_its_caption()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await PressedAsync(host, new Attachment("scores.png", "image/png", Content, "Ұпай"));
        var set = await client.ReadActivitiesAsync();
        Assert.Equal(["Портал жылдам жұмыс істеді.", "5", "Басылды: p.1"], DirectLineClient.Texts(set));
        var file = FileOf(set);
        Assert.Equal(("image/png", "Ұпай"), ((string)file["contentType"]!, (string)file["name"]!));
        Assert.StartsWith(new Uri(client.Address, "v3/directline/attachments/").AbsoluteUri, (string)file["contentUrl"]!, StringComparison.Ordinal);

        using var response = await host.Client.GetAsync((string)file["contentUrl"]!, TestContext.Current.CancellationToken);
        Assert.Equal(Content, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("image/png", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("inline", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_document_is_a_link_to_be_saved()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await PressedAsync(host, new Attachment("scores.csv", "text/csv", Content, "Кесте"));
        var set = await client.ReadActivitiesAsync();
        Assert.Equal("Кесте", DirectLineClient.Texts(set)[2]);
        Assert.Equal("scores.csv", (string)FileOf(set)["name"]!);
        using var response = await host.Client.GetAsync((string)FileOf(set)["contentUrl"]!, TestContext.Current.CancellationToken);
        Assert.Equal("attachment; filename=scores.csv", response.Content.Headers.ContentDisposition?.ToString());
    }

    [Fact]
    public async Task The_address_is_good_for_15_minutes()
    {
        await using var host = await WebChatHost.StartAsync(_runner, _time);
        using var client = await PressedAsync(host, new Attachment("scores.png", "image/png", Content, "Ұпай"));
        var address = (string)FileOf(await client.ReadActivitiesAsync())["contentUrl"]!;
        _time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("v3/directline/attachments/1/scores.png"));

        async Task<HttpStatusCode> StatusAsync(string path)
        {
            using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task A_message_sent_again_brings_no_second_file()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await PressedAsync(host, new Attachment("scores.png", "image/png", Content, "Ұпай"));
        await client.PressAsync("p.1", "client-1");
        Assert.Equal(3, DirectLineClient.Texts(await client.ReadActivitiesAsync()).Count);
    }

    [Fact]
    public void The_shelf_gives_up_the_oldest_file_where_it_has_no_room()
    {
        var shelf = new AttachmentShelf(_time);
        var large = new Attachment("a.bin", "application/octet-stream", new byte[Attachment.MostBytes], "");
        var first = shelf.Put(large);
        var others = Enumerable.Range(0, 3).Select(_ => shelf.Put(large)).ToList();
        Assert.Same(large, shelf.Find(first));
        var last = shelf.Put(large);
        Assert.Null(shelf.Find(first));
        Assert.All([.. others, last], id => Assert.Same(large, shelf.Find(id)));
    }

    private async Task<DirectLineClient> PressedAsync(BotHost host, Attachment file)
    {
        var client = await DirectLineClient.BeginAsync(host);
        _runner.Attachment = file;
        await client.PressAsync("p.1", "client-1");
        return client;
    }

    private static JsonNode FileOf(JsonObject set) => Assert.Single(set["activities"]![2]!["attachments"]!.AsArray())!;
}
