using System.IO.Compression;
using System.Text.Json.Nodes;
using Bot.Conversations;
using Bot.Managers;
using Bot.Tests.Exports;
using Bot.Tests.Scores;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>An administrator's way to the files, from the code to the bytes, through the real program.</summary>
public class ExportInWebChatTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_workbook_and_the_responses_come_into_the_web_chat()
    {
        await using var host = await BotHost.StartAsync();
        var desk = new ScoreDesk(host);
        await desk.SubmitAsync("402011", "electronic", "astana", new() { ["info_clear"] = 5 });
        await desk.FoldAsync();
        using var client = await DirectLineClient.BeginAsync(host);
        using var socket = await client.OpenStreamAsync();
        await client.SayAsync("/login " + await host.Get<StaffCodes>().IssueAsync(StaffRole.Administrator, StaffScope.Everything, "test", Stop));

        await client.PressAsync("c.export.s.-");
        var book = new ReadWorkbook(await FetchAsync(host, await FileAsync(socket)));
        Assert.Equal((5.0, 100.0, 1.0), ReadWorkbook.Score(book.Of("402011"), "Общая оценка", "Электронная"));

        await client.PressAsync("c.export.a");
        using var zip = new ZipArchive(new MemoryStream(await FetchAsync(host, await FileAsync(socket))));
        Assert.Equal(["codebook.csv", "responses.csv"], zip.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public async Task Who_polls_finds_the_file_of_responses_in_the_transcript()
    {
        await using var host = await BotHost.StartAsync();
        using var client = await DirectLineClient.BeginAsync(host);
        await client.SayAsync("/login " + await host.Get<StaffCodes>().IssueAsync(StaffRole.Administrator, StaffScope.Everything, "test", Stop));
        await client.PressAsync("c.export.a");
        JsonArray? files = null;
        while (files is null)
        {
            await Task.Yield();
            files = (await client.ReadActivitiesAsync())["activities"]!.AsArray().Select(activity => activity!["attachments"]).OfType<JsonArray>().FirstOrDefault();
        }

        Assert.Equal("application/zip", (string?)files[0]!["contentType"]);
    }

    private static async Task<JsonNode> FileAsync(System.Net.WebSockets.WebSocket socket)
    {
        while (true)
        {
            var (activities, _) = await DirectLineClient.ReceiveAsync(socket, 1);
            if (activities.Select(activity => activity["attachments"]).OfType<JsonArray>().FirstOrDefault() is { } files)
                return files[0]!;
        }
    }

    private static Task<byte[]> FetchAsync(BotHost host, JsonNode file) => host.Client.GetByteArrayAsync((string)file["contentUrl"]!, Stop);
}
