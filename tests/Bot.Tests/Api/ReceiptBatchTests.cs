using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Tests.Conversations;
using Bot.Tests.Webhooks;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Api;

public sealed class ReceiptBatchTests
{
    private const string Path = "receipts/batch";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_good_ones_are_taken_and_the_others_reported_by_place_and_reference()
    {
        await using var host = await QuietHost.StartAsync();
        var system = await ToldSystem.MeetAsync(host);
        var alone = await system.AskAsync(HttpMethod.Post, "receipts", Receipt("known"));
        object?[] receipts = [Receipt("new"), Receipt("known"), Receipt("known", region: "abai"), Receipt("880101300123"), null, Receipt("new"), new { receiptRef = "empty", phone = 1 }];
        var answer = await system.AskAsync(HttpMethod.Post, Path, new { receipts });
        Assert.Equal((3, 4), (answer.GetProperty("taken").GetInt32(), answer.GetProperty("refused").GetInt32()));
        var results = answer.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(0, 7), results.Select(r => r.GetProperty("index").GetInt32()));
        Assert.Equal([201, 200, 409, 400, 400, 200, 400], results.Select(r => r.GetProperty("status").GetInt32()));
        Assert.Equal(["new", "known", "known", "880101300123", null, "new", "empty"], results.Select(r => r.GetProperty("receiptRef").GetString()));
        Assert.Equal(alone.GetRawText(), results[1].GetProperty("invitation").GetRawText());
        Assert.Equal(results[0].GetProperty("invitation").GetRawText(), results[5].GetProperty("invitation").GetRawText());
        Assert.Equal(["receiptRef"], results[3].GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.Equal(["phone", "service", "form", "region", "renderedAt"], results[6].GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.False(results[2].TryGetProperty("invitation", out _));
        await using var db = host.Open();
        Assert.Equal(2, await db.Invitations.CountAsync(Stop));
    }

    [Fact]
    public async Task A_thousand_are_taken_at_once_and_not_one_more()
    {
        await using var host = await QuietHost.StartAsync();
        var system = await ToldSystem.MeetAsync(host);
        var receipts = Enumerable.Range(0, 1001).Select(i => Receipt($"R-{i}")).ToList();
        foreach (var wrong in new object?[] { receipts, Array.Empty<object>(), null })
        {
            using var refused = await system.SendAsync(HttpMethod.Post, Path, new { receipts = wrong });
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var error = (await refused.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors").GetProperty("receipts")[0].GetString();
            Assert.Equal("must hold 1 to 1000 receipts", error);
        }

        using var misspelt = await system.SendAsync(HttpMethod.Post, Path, new { receipts = receipts[1..], campain = "A" });
        Assert.Contains("\"campain\":[\"is not known here\"]", await misspelt.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        var answer = await system.AskAsync(HttpMethod.Post, Path, new { receipts = receipts[1..] });
        Assert.Equal((1000, 0), (answer.GetProperty("taken").GetInt32(), answer.GetProperty("refused").GetInt32()));
        Assert.Equal(1000, answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("invitation").GetProperty("token").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Batches_that_overlap_and_come_at_once_make_one_invitation_a_receipt()
    {
        await using var host = await QuietHost.StartAsync();
        var system = await ToldSystem.MeetAsync(host);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(start =>
            system.AskAsync(HttpMethod.Post, Path, new { receipts = Enumerable.Range(start, 10).Select(i => Receipt($"R-{i}")) })));
        var results = answers.SelectMany(a => a.GetProperty("results").EnumerateArray()).ToList();
        Assert.Equal(13, results.Count(r => r.GetProperty("status").GetInt32() == 201));
        Assert.Equal(27, results.Count(r => r.GetProperty("status").GetInt32() == 200));
        Assert.All(
            results.GroupBy(r => r.GetProperty("receiptRef").GetString()),
            same => Assert.Single(same.Select(r => r.GetProperty("invitation").GetProperty("token").GetString()).Distinct()));
    }

    private static object Receipt(string receiptRef, string region = "astana") => new { receiptRef, service = "601001", form = "electronic", region, renderedAt = "2026-03-01T10:15:00+05:00" };
}
