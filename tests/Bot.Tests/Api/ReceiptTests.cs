using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Api;
using Bot.Conversations;
using Bot.Hosting.Keys;
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
        Assert.Equal($"https://survey.example/qr/{token}.png", answer.GetProperty("links").GetProperty("qr").GetProperty("png").GetString());
        Assert.Equal($"https://survey.example/qr/{token}.svg", answer.GetProperty("links").GetProperty("qr").GetProperty("svg").GetString());

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

    [Theory]
    [InlineData(Path, "", "type.")]
    [InlineData(Path, "[]", "at $.")]
    [InlineData(Path, "{\"receiptRef\":", "at $.receiptRef.")]
    [InlineData(Path, "{\"receiptRef\": 5}", "at $.receiptRef.")]
    [InlineData(Path + "/batch", "{\"receipts\": [{}, {\"region\": 5}]}", "at $.receipts[1].region.")]
    public async Task A_body_that_cannot_be_read_is_called_so_with_the_place(string path, string body, string end)
    {
        await using var host = await StartAsync([]);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var response = await host.Client.PostAsync(new Uri(path, UriKind.Relative), content, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var detail = (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString();
        Assert.Contains("/openapi/v1.json", detail, StringComparison.Ordinal);
        Assert.EndsWith(end, detail, StringComparison.Ordinal);
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
    public async Task A_misspelt_member_is_refused_by_its_name()
    {
        await using var host = await StartAsync([]);
        var body = JsonSerializer.SerializeToNode(Receipt())!;
        body["filledAt"] = "2026-11-25T10:00:00+05:00";
        var response = await host.Client.PostAsJsonAsync(Path, body, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("""{"filledAt":["is not known here"]}""", (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors").GetRawText());
        await using var db = host.Open();
        Assert.False(await db.Invitations.AnyAsync(Stop));
    }

    [Theory]
    [InlineData("receiptRef", "87011234567", "looks like a telephone number")]
    [InlineData("recipient", "880101300123", "looks like an individual identification number")]
    [InlineData("recipient", "", "must have 1 to 128 characters")]
    [InlineData("receiptRef", "  ", "must have 1 to 128 characters")]
    public async Task A_number_that_names_a_person_is_refused_with_the_reason_and_without_the_number(string field, string value, string reason)
    {
        await using var host = await StartAsync([]);
        var body = JsonSerializer.SerializeToNode(Receipt())!;
        body[field] = value;
        var response = await host.Client.PostAsJsonAsync(Path, body, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var errors = (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors");
        Assert.StartsWith(reason, Assert.Single(errors.EnumerateObject(), e => e.Name == field).Value[0].GetString(), StringComparison.Ordinal);
        Assert.True(value.Length == 0 || !errors.GetRawText().Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pseudonym_is_stored_as_a_keyed_hash_and_belongs_to_the_content()
    {
        await using var host = await StartAsync([]);
        var body = JsonSerializer.SerializeToNode(Receipt())!;
        body["recipient"] = "person-1";
        Assert.Equal(HttpStatusCode.Created, (await host.Client.PostAsJsonAsync(Path, body, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.PostAsJsonAsync(Path, body, Stop)).StatusCode);
        body["recipient"] = "person-2";
        Assert.Equal(HttpStatusCode.Conflict, (await host.Client.PostAsJsonAsync(Path, body, Stop)).StatusCode);
        await using var db = host.Open();
        var row = await db.Invitations.SingleAsync(Stop);
        Assert.Equal(host.Get<ConversationIds>().OfRecipient("person-1"), row.Recipient);
        Assert.Equal((await db.ApiKeys.SingleAsync(Stop)).Id, row.ApiKeyId);
    }

    [Fact]
    public async Task The_links_are_looked_into_without_using_the_invitation_up()
    {
        await using var host = await StartAsync([]);
        var links = (await (await host.Client.PostAsJsonAsync(Path, Receipt(), Stop)).Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("links");
        Assert.Equal(JsonValueKind.Null, links.GetProperty("telegram").ValueKind);
        foreach (var link in new[] { links.GetProperty("web"), links.GetProperty("web"), links.GetProperty("qr").GetProperty("png"), links.GetProperty("qr").GetProperty("svg") })
            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(link.GetString(), Stop)).StatusCode);
        await using var db = host.Open();
        Assert.Null((await db.Invitations.SingleAsync(Stop)).OpenedAt);
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
