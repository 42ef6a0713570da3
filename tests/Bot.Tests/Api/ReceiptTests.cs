using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Api;
using Bot.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Api;

public sealed class ReceiptTests
{
    private const string Path = "/api/v1/receipts";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receipt_gives_one_invitation_however_often_it_comes()
    {
        await using var host = await StartAsync(new() { ["Telegram:BotName"] = "test_bot", ["Web:PublicUrl"] = "https://survey.example" });
        var first = await host.Client.PostAsJsonAsync(Path, Receipt(), Stop);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var answer = await first.Content.ReadFromJsonAsync<JsonElement>(Stop);
        var token = answer.GetProperty("token").GetString();
        Assert.Matches("^[A-Za-z0-9_-]{16}$", token);
        Assert.Equal($"https://t.me/test_bot?start={token}", answer.GetProperty("links").GetProperty("telegram").GetString());
        Assert.Equal($"https://survey.example/s/{token}", answer.GetProperty("links").GetProperty("web").GetString());

        var again = await host.Client.PostAsJsonAsync(Path, Receipt(), Stop);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(answer.GetRawText(), (await again.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetRawText());
        Assert.Equal(HttpStatusCode.Conflict, (await host.Client.PostAsJsonAsync(Path, Receipt(region: "abai"), Stop)).StatusCode);
        await using var db = host.Open();
        var row = await db.Invitations.SingleAsync(Stop);
        Assert.Equal(("601001", "electronic", "astana", "egov_web", "kk"), (row.ServiceId, row.Form, row.RegionId, row.UsedChannel, row.Language));
    }

    [Fact]
    public async Task Receipts_that_come_at_once_make_one_invitation()
    {
        await using var host = await StartAsync([]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Client.PostAsJsonAsync(Path, Receipt(), Stop)));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.Equal(7, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_wrong_receipt_is_refused_with_all_its_faults()
    {
        await using var host = await StartAsync([]);
        var wrong = new { service = "0", form = "paper", region = "mars", channel = "pigeon", language = "en", renderedAt = "yesterday" };
        var response = await host.Client.PostAsJsonAsync(Path, wrong, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var faults = (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors").EnumerateObject().Select(e => e.Name);
        string[] expected = ["receiptRef", "service", "region", "channel", "language", "renderedAt"];
        Assert.Equivalent(expected, faults, strict: true);
    }

    [Fact]
    public async Task The_link_leads_to_the_chat_and_uses_nothing_up()
    {
        await using var host = await StartAsync([]);
        var answer = await (await host.Client.PostAsJsonAsync(Path, Receipt(), Stop)).Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("links").GetProperty("telegram").ValueKind);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        for (var i = 0; i < 2; i++)
        {
            var page = await browser.GetAsync(answer.GetProperty("links").GetProperty("web").GetString(), Stop);
            Assert.Equal((HttpStatusCode.Found, $"/chat?start={answer.GetProperty("token").GetString()}"), (page.StatusCode, page.Headers.Location?.OriginalString));
        }
    }

    private static object Receipt(string region = "astana") => new
    {
        receiptRef = "receipt-1",
        service = "601001",
        form = "electronic",
        region,
        channel = "egov_web",
        language = "kk",
        renderedAt = "2026-03-01T10:15:00+05:00",
    };

    private static async Task<BotHost> StartAsync(Dictionary<string, string> settings)
    {
        var host = await BotHost.StartAsync(new BotHostOptions { Settings = settings });
        host.Client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", await host.Get<ApiKeys>().CreateAsync(StaffRole.Coordinator, "test", Stop));
        return host;
    }
}
