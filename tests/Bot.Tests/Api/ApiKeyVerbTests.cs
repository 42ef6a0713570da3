using System.Net;
using System.Net.Http.Headers;
using Bot.Api;
using Bot.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Api;

public sealed class ApiKeyVerbTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_with_a_scope_opens_what_a_manager_with_that_scope_sees_and_is_in_the_audit_log_with_it()
    {
        await using var host = await BotHost.StartAsync();
        var (exit, key, error) = await CreateAsync(host, StaffRole.Manager, "region:astana,service:1403024");
        Assert.Equal((0, ""), (exit, error));
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "services/1403024"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "regions/1403024"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "services/3102008?region=astana"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, "services/3102008"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, "services/3102008?region=abai"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, "providers/egov"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "providers/egov?region=astana"));
        await using var db = host.Open();
        Assert.EndsWith(" Manager service:1403024,region:astana", (await db.AuditEntries.SingleAsync(a => a.Action == "apikey.create", Stop)).Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(StaffRole.Manager))]
    [InlineData(nameof(StaffRole.Coordinator))]
    [InlineData(nameof(StaffRole.Administrator))]
    public async Task A_key_without_a_scope_sees_all_services_providers_and_regions(string role)
    {
        await using var host = await BotHost.StartAsync();
        var (_, key, _) = await CreateAsync(host, Enum.Parse<StaffRole>(role), scope: null);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var path in new[] { "services", "services/3102008", "services/3102008?region=unknown", "providers", "providers/egov?region=abai", "regions/3102008?region=unknown" })
            Assert.Equal((path, HttpStatusCode.OK), (path, await StatusAsync(host, path)));
    }

    [Theory]
    [InlineData(nameof(StaffRole.Manager), "region:narnia", "There is no region 'narnia' in the catalogue.")]
    [InlineData(nameof(StaffRole.Administrator), "region:astana", "Only a manager has a scope.")]
    public async Task A_wrong_scope_is_refused_and_no_key_is_made(string role, string scope, string fault)
    {
        await using var host = await BotHost.StartAsync();
        Assert.Equal((1, "", fault), await CreateAsync(host, Enum.Parse<StaffRole>(role), scope));
        await using var db = host.Open();
        Assert.Empty(await db.ApiKeys.ToListAsync(Stop));
    }

    private static async Task<(int Exit, string Output, string Error)> CreateAsync(BotHost host, StaffRole role, string? scope)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exit = await new ApiKeyCreateVerb().RunAsync(host.Services, role, scope, output, error, Stop);
        return (exit, output.ToString().Trim(), error.ToString().Trim());
    }

    private static async Task<HttpStatusCode> StatusAsync(BotHost host, string path)
    {
        using var response = await host.Client.GetAsync("/api/v1/scores/" + path, Stop);
        return response.StatusCode;
    }
}
