using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Api;
using Bot.Conversations;
using Bot.Scores;
using Bot.Tests.Conversations;
using Bot.Tests.Responses;
using Bot.Tests.Scores;
using Xunit;

namespace Bot.Tests.Api;

public sealed class ApiTests
{
    private const string Root = "/api/v1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scores_have_the_agreed_shape()
    {
        await using var host = await StartAsync(StaffRole.Administrator);
        var desk = new ScoreDesk(host);
        await desk.SubmitAsync("402011", "electronic", "astana", new() { ["info_clear"] = 5, ["no_running"] = 4 });
        await desk.SubmitAsync("402011", "paper", "astana", new() { ["building"] = 3 });
        await desk.FoldAsync();

        var service = await host.Client.GetFromJsonAsync<JsonElement>(Root + "/scores/services/402011", Stop);
        Assert.Equal("402011", service.GetProperty("service").GetString());
        Assert.Equal(2, service.GetProperty("respondents").GetInt64());
        var electronic = service.GetProperty("forms").GetProperty("electronic");
        AssertScore(electronic.GetProperty("score"), 1, 4.5, 50, "4.50", "50.0", "above_average");
        AssertScore(electronic.GetProperty("criteria").GetProperty("info").GetProperty("items").GetProperty("info_clear"), 1, 5, 100, "5.00", "100.0", "high");
        Assert.Equal(JsonValueKind.Null, electronic.GetProperty("criteria").GetProperty("result").GetProperty("score").ValueKind);
        Assert.Equal("portal", electronic.GetProperty("providers").GetProperty("egov").GetProperty("zone").GetString());
        AssertScore(service.GetProperty("score"), 2, 3.75, 25, "3.75", "25.0", "satisfactory");
        AssertScore(service.GetProperty("criteria").GetProperty("procedure"), 1, 4, 0, "4.00", "0.0", "average");
        AssertScore(service.GetProperty("providers").GetProperty("egov"), 1, 5, 100, "5.00", "100.0", "high");
    }

    [Fact]
    public async Task Lists_providers_and_regions_have_the_agreed_shape()
    {
        await using var host = await StartAsync(StaffRole.Administrator);
        var desk = new ScoreDesk(host);
        await desk.SubmitAsync("402011", "electronic", "astana", new() { ["info_clear"] = 5 });
        await desk.SubmitAsync("402016", "electronic", "abai", new() { ["info_clear"] = 4 });
        await desk.SubmitAsync("402016", "electronic", "abai", new() { ["info_clear"] = 3 });
        await desk.FoldAsync();

        var services = await host.Client.GetFromJsonAsync<JsonElement>(Root + "/scores/services", Stop);
        Assert.Equal(39, services.GetProperty("services").GetArrayLength());
        var provider = await host.Client.GetFromJsonAsync<JsonElement>(Root + "/scores/providers/egov", Stop);
        AssertScore(provider.GetProperty("score"), 3, 4.25, 50, "4.25", "50.0", "average");
        AssertScore(provider.GetProperty("weighted"), 3, 4, 100 / 3d, "4.00", "33.3", "average");
        Assert.Contains(provider.GetProperty("services").EnumerateArray(), s => s.GetProperty("service").GetString() == "402016" && s.GetProperty("respondents").GetInt64() == 2);
        var rows = (await host.Client.GetFromJsonAsync<JsonElement>(Root + "/scores/regions/402016", Stop)).GetProperty("rows");
        Assert.Equal(20, rows.GetArrayLength());
        Assert.Equal((1, "abai"), (rows[0].GetProperty("rank").GetInt32(), rows[0].GetProperty("region").GetString()));
        AssertScore(rows[0].GetProperty("combined"), 2, 3.5, 0, "3.50", "0.0", "satisfactory");
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("paper").ValueKind);
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("rank").ValueKind);
    }

    [Fact]
    public async Task A_period_counts_its_days_only()
    {
        await using var host = await StartAsync(StaffRole.Administrator);
        var desk = new ScoreDesk(host);
        await desk.SubmitAsync("402011", "electronic", "astana", new() { ["info_clear"] = 5 }, new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.Zero));
        await desk.SubmitAsync("402011", "electronic", "abai", new() { ["info_clear"] = 1 }, new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.Zero));
        await desk.FoldAsync();
        var first = await host.Client.GetFromJsonAsync<JsonElement>(Root + "/scores/services/402011?from=2026-03-02&to=2026-03-02", Stop);
        Assert.Equal(5, first.GetProperty("score").GetProperty("mean").GetDouble());
        Assert.Equal("2026-03-02", first.GetProperty("period").GetProperty("from").GetString());
        var region = await host.Client.GetFromJsonAsync<JsonElement>(Root + "/scores/services/402011?region=abai&form=electronic", Stop);
        Assert.Equal(1, region.GetProperty("score").GetProperty("mean").GetDouble());
    }

    [Theory]
    [InlineData("/scores/services", null, HttpStatusCode.Unauthorized)]
    [InlineData("/scores/services", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/scores/services/nothing", "key", HttpStatusCode.NotFound)]
    [InlineData("/scores/providers/nothing", "key", HttpStatusCode.NotFound)]
    [InlineData("/scores/regions/nothing", "key", HttpStatusCode.NotFound)]
    [InlineData("/scores/services?form=verbal", "key", HttpStatusCode.BadRequest)]
    [InlineData("/scores/services?from=2026-03-05&to=2026-03-01", "key", HttpStatusCode.BadRequest)]
    [InlineData("/responses", "key", HttpStatusCode.Forbidden)]
    [InlineData("/nothing", "key", HttpStatusCode.NotFound)]
    public async Task An_error_is_a_problem(string path, string? key, HttpStatusCode status)
    {
        await using var host = await StartAsync(StaffRole.Manager);
        using var request = new HttpRequestMessage(HttpMethod.Get, Root + path);
        if (key is null)
            host.Client.DefaultRequestHeaders.Authorization = null;
        else if (key == "wrong")
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var response = await host.Client.SendAsync(request, Stop);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Responses_go_in_and_out_as_csv_and_faults_come_back_by_line()
    {
        await using var host = await StartAsync(StaffRole.Administrator);
        using var good = new StringContent(new ResponseCsv("speed").Line("a").ToString(), Encoding.UTF8, "text/csv");
        var imported = await (await host.Client.PostAsync(Root + "/responses/import", good, Stop)).Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(1, imported.GetProperty("imported").GetInt32());
        using var wrong = new StringContent(new ResponseCsv("speed").Line("b", region: "x").ToString(), Encoding.UTF8, "text/csv");
        var refused = await host.Client.PostAsync(Root + "/responses/import", wrong, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var fault = (await refused.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("faults")[0];
        Assert.Equal((2, "region"), (fault.GetProperty("line").GetInt32(), fault.GetProperty("column").GetString()));
        var exported = await host.Client.GetAsync(Root + "/responses", Stop);
        Assert.Equal("text/csv", exported.Content.Headers.ContentType?.MediaType);
        Assert.Equal(2, (await exported.Content.ReadAsStringAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task The_description_names_every_path()
    {
        await using var host = await QuietHost.StartAsync();
        var paths = (await host.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Stop)).GetProperty("paths").EnumerateObject().Select(p => p.Name);
        string[] expected =
        [
            "/scores/services", "/scores/services/{id}", "/scores/providers", "/scores/providers/{id}", "/scores/regions/{serviceId}", "/scores/export.xlsx", "/receipts", "/receipts/batch", "/webhook", "/funnel", "/funnel/export.csv",
            "/responses/import", "/responses",
        ];
        Assert.Equivalent(expected.Select(p => Root + p), paths, strict: true);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/metrics")]
    public async Task Watchers_get_an_answer(string path)
    {
        await using var host = await QuietHost.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(path, Stop)).StatusCode);
    }

    private static async Task<BotHost> StartAsync(StaffRole role)
    {
        var host = await QuietHost.StartAsync();
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await host.Get<ApiKeys>().CreateAsync(role, "test", Stop));
        return host;
    }

    private static void AssertScore(JsonElement score, long n, double mean, double full, string meanShown, string fullShown, string level)
    {
        var view = score.Deserialize<ScoreView>(JsonSerializerOptions.Web);
        Assert.Equal((n, mean, full, level), (view?.N, view?.Mean, view?.Full, view?.Level));
        Assert.Equal((meanShown, fullShown), (score.GetProperty("meanShown").GetString(), score.GetProperty("fullShown").GetString()));
    }
}
