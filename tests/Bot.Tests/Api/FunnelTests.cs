using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Api;
using Bot.Conversations;
using Xunit;

namespace Bot.Tests.Api;

public sealed class FunnelTests
{
    private const string Path = "/api/v1/funnel";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_funnel_of_receipts_has_the_agreed_shape_and_its_parts_add_up()
    {
        await using var host = await StartAsync(StaffRole.Coordinator);
        foreach (var (reference, service) in new[] { ("a", "601001"), ("b", "601001"), ("c", "1403024") })
            await host.Client.PostAsJsonAsync("/api/v1/receipts", new { receiptRef = reference, service, form = "electronic", region = "astana", renderedAt = "2026-03-01T10:15:00+05:00" }, Stop);
        var answer = await host.Client.GetFromJsonAsync<JsonElement>(Path + "?by=service&campaign=0", Stop);
        var total = answer.GetProperty("total");
        Assert.Equal((3, 0, 0), (total.GetProperty("invited").GetInt64(), total.GetProperty("opened").GetInt64(), total.GetProperty("completed").GetInt64()));
        Assert.Equal(3, total.GetProperty("ends").GetProperty("pending").GetInt64());
        Assert.Equal(9, total.GetProperty("ends").EnumerateObject().Count());
        Assert.Equal(3, total.GetProperty("aapor").GetProperty("3.19").GetInt64());
        Assert.Equal((0m, JsonValueKind.Null), (total.GetProperty("rates").GetProperty("rr1").GetDecimal(), total.GetProperty("rates").GetProperty("coop1").ValueKind));
        var parts = answer.GetProperty("parts").EnumerateArray().ToDictionary(p => p.GetProperty("key").GetString()!, p => p.GetProperty("funnel").GetProperty("invited").GetInt64());
        Assert.Equal(new Dictionary<string, long> { ["1403024"] = 1, ["601001"] = 2 }, parts);
        Assert.Equal(JsonValueKind.Null, (await host.Client.GetFromJsonAsync<JsonElement>(Path + "?service=601001", Stop)).GetProperty("parts").ValueKind);
        var csv = await host.Client.GetAsync(Path + "/export.csv?by=service", Stop);
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        Assert.Equal(3, (await csv.Content.ReadAsStringAsync(Stop)).TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task A_wrong_query_is_refused_with_all_its_faults()
    {
        await using var host = await StartAsync(StaffRole.Coordinator);
        foreach (var path in new[] { Path, Path + "/export.csv" })
        {
            var response = await host.Client.GetAsync(path + "?by=colour&campaign=x&service=0&from=2026-13-01&to=tomorrow", Stop);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            var faults = (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors").EnumerateObject().Select(e => e.Name);
            string[] expected = ["by", "campaign", "service", "from", "to"];
            Assert.Equivalent(expected, faults, strict: true);
        }
    }

    [Theory]
    [InlineData("Manager", HttpStatusCode.Forbidden)]
    [InlineData("Coordinator", HttpStatusCode.OK)]
    [InlineData("Administrator", HttpStatusCode.OK)]
    public async Task It_is_for_coordinators_and_administrators(string role, HttpStatusCode expected)
    {
        await using var host = await StartAsync(Enum.Parse<StaffRole>(role));
        Assert.Equal(expected, (await host.Client.GetAsync(Path, Stop)).StatusCode);
        Assert.Equal(expected, (await host.Client.GetAsync(Path + "/export.csv", Stop)).StatusCode);
    }

    private static async Task<BotHost> StartAsync(StaffRole role)
    {
        var host = await BotHost.StartAsync();
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await host.Get<ApiKeys>().CreateAsync(role, "test", Stop));
        return host;
    }
}
