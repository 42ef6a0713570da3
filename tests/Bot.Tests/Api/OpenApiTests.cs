using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Api;
using Bot.Conversations;
using Bot.Exports;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Xunit;

namespace Bot.Tests.Api;

public sealed class OpenApiTests
{
    private const string Path = "/openapi/v1.json";

    // In the order in which a new program can answer them.
    private static readonly string[] Order =
    [
        "importResponses", "exportResponses", "listServiceScores", "getServiceScores", "listProviderScores", "getProviderScores", "getRegionRating", "exportScores",
        "setWebhook", "getWebhook", "takeReceipt", "takeReceipts", "getFunnel", "exportFunnel", "deleteWebhook",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_finds_no_fault_in_the_description()
    {
        await using var host = await QuietHost.StartAsync();
        var read = await ReadAsync(host);
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_has_examples_and_its_errors()
    {
        await using var host = await QuietHost.StartAsync();
        var operations = Operations((await ReadAsync(host)).Document!);
        Assert.Equivalent(Order, operations.Select(o => o.Operation.OperationId), strict: true);
        Assert.All(operations, o =>
        {
            var (path, operation) = (o.Path, o.Operation);
            Assert.False(string.IsNullOrWhiteSpace(operation.Summary) || string.IsNullOrWhiteSpace(operation.Description), operation.OperationId);
            Assert.All(operation.Parameters ?? [], p => Assert.True(p.Example is not null && p.Description is not null, $"{operation.OperationId} {p.Name}"));
            Assert.All(operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>(), c => Assert.NotNull(c.Value.Example));
            string[] errors =
            [
                "401", "403",
                .. operation.RequestBody is not null || operation.Parameters is { Count: > 0 } ? ["400"] : Array.Empty<string>(),
                .. path.Contains('{', StringComparison.Ordinal) ? ["404"] : Array.Empty<string>(),
            ];
            Assert.Subset(operation.Responses!.Keys.ToHashSet(), errors.ToHashSet());
            Assert.Contains(operation.Responses, r => r.Key[0] == '2');
            Assert.All(operation.Responses, r => Assert.All(
                (r.Value.Content ?? new Dictionary<string, OpenApiMediaType>()).Where(c => c.Key != ScoreWorkbook.MediaType),
                c => Assert.True(c.Value.Example is not null, $"{operation.OperationId} {r.Key} has no example.")));
        });
    }

    [Fact]
    public async Task The_requests_of_the_examples_are_answered_in_the_shape_of_the_examples()
    {
        await using var host = await QuietHost.StartAsync();
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await host.Get<ApiKeys>().CreateAsync(StaffRole.Administrator, "test", Stop));
        await FailAsync(host);
        var operations = Operations((await ReadAsync(host)).Document!).ToDictionary(o => o.Operation.OperationId!);
        foreach (var id in Order)
        {
            using var response = await host.Client.SendAsync(Request(operations[id]), Stop);
            await host.Get<ScoreFold>().RunAsync(Stop);
            var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            Assert.True(response.IsSuccessStatusCode, $"{id} {status} {await response.Content.ReadAsStringAsync(Stop)}");
            var content = Assert.Contains(status, operations[id].Operation.Responses!).Content;
            if (content is null || !content.TryGetValue("application/json", out var media) || media.Example is not { } example)
                continue;
            var answer = JsonNode.Parse(await response.Content.ReadAsStreamAsync(Stop));
            Assert.Subset(Shape(answer), Shape(example));
            Assert.Equal(answer!.AsObject().Select(p => p.Key), example.AsObject().Select(p => p.Key));
        }
    }

    // A message that the key's system did not take.
    private static async Task FailAsync(BotHost host)
    {
        await using var db = host.Open();
        var key = await db.ApiKeys.SingleAsync(Stop);
        db.Add(new WebhookEventRow { Id = 1, ApiKeyId = key.Id, Type = "invitation.started", InvitationId = 1, At = key.CreatedAt, DueAt = key.CreatedAt, Attempts = 1, Fault = "503" });
        await db.SaveChangesAsync(Stop);
    }

    private static async Task<ReadResult> ReadAsync(BotHost host)
    {
        await using var stream = await host.Client.GetStreamAsync(Path, Stop);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Stop);
        copy.Position = 0;
        return await OpenApiDocument.LoadAsync(copy, OpenApiConstants.Json, cancellationToken: Stop);
    }

    private static List<(string Path, HttpMethod Method, OpenApiOperation Operation)> Operations(OpenApiDocument document) =>
        [.. document.Paths.SelectMany(path => path.Value.Operations!.Select(o => (path.Key, o.Key, o.Value)))];

    private static HttpRequestMessage Request((string Path, HttpMethod Method, OpenApiOperation Operation) of)
    {
        var (path, query) = (of.Path, new StringBuilder("?"));
        foreach (var parameter in of.Operation.Parameters ?? [])
        {
            var value = Uri.EscapeDataString(parameter.Example!.ToString());
            if (parameter.In == ParameterLocation.Path)
                path = path.Replace($"{{{parameter.Name}}}", value, StringComparison.Ordinal);
            else
                query.Append(CultureInfo.InvariantCulture, $"{parameter.Name}={value}&");
        }

        var request = new HttpRequestMessage(of.Method, path + query.ToString().TrimEnd('&', '?'));
        if (of.Operation.RequestBody?.Content is { } content)
        {
            var (type, media) = content.First();
            var body = media.Example is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : media.Example!.ToJsonString();
            request.Content = new StringContent(body, Encoding.UTF8, type);
        }

        return request;
    }

    /// <summary>The paths to all fields; the elements of an array are alike.</summary>
    private static HashSet<string> Shape(JsonNode? node, string path = "") => node switch
    {
        JsonObject fields => [.. fields.SelectMany(f => Shape(f.Value, $"{path}/{f.Key}")), path],
        JsonArray elements => [.. elements.SelectMany(e => Shape(e, path + "[]")), path],
        _ => [path],
    };
}
