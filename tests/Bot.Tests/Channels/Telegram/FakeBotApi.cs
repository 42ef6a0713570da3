using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>A Bot API on a port of its own. It says yes to everything, unless a test scripts an answer.</summary>
internal sealed class FakeBotApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<ApiCall, Task<FakeAnswer>>>> _scripts = new();
    private readonly ConcurrentDictionary<string, Channel<ApiCall>> _calls = new();
    private readonly Channel<string> _updates = Channel.CreateUnbounded<string>();
    private int _messageId = 100;

    private FakeBotApi(WebApplication app) => _app = app;

    public const string Token = "1:A";

    public string Address => _app.Urls.First();

    /// <summary>Names of all calls, in order.</summary>
    public ConcurrentQueue<ApiCall> Calls { get; } = new();

    /// <summary>What people have sent, by name.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    public static async Task<FakeBotApi> StartAsync()
    {
        var builder = FakeServer.CreateBuilder();
        var app = builder.Build();
        var api = new FakeBotApi(app);
        app.MapPost("/bot" + Token + "/{method}", api.HandleAsync);
        app.MapGet("/file/bot" + Token + "/documents/{name}", (string name) => api.Files.TryGetValue(name, out var content) ? Results.Bytes(content) : Results.NotFound());
        await app.StartAsync(TestContext.Current.CancellationToken);
        return api;
    }

    /// <summary>Scripts the next answer to a method that has none yet.</summary>
    public void Next(string method, FakeAnswer answer) => Next(method, _ => Task.FromResult(answer));

    public void Next(string method, Func<ApiCall, Task<FakeAnswer>> answer) =>
        _scripts.GetOrAdd(method, _ => new()).Enqueue(answer);

    /// <summary>What the next getUpdates gives: the updates of one batch, as JSON.</summary>
    public void Deliver(params string[] updates) => _updates.Writer.TryWrite("[" + string.Join(',', updates) + "]");

    /// <summary>Waits for the next call of a method.</summary>
    public ValueTask<ApiCall> CalledAsync(string method) =>
        Of(method).Reader.ReadAsync(TestContext.Current.CancellationToken);

    public int Count(string method) => Calls.Count(call => call.Method == method);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Channel<ApiCall> Of(string method) => _calls.GetOrAdd(method, _ => Channel.CreateUnbounded<ApiCall>());

    private async Task HandleAsync(HttpContext context, string method)
    {
        var body = await ReadAsync(context.Request);
        var call = new ApiCall(method, body);
        Calls.Enqueue(call);
        Of(method).Writer.TryWrite(call);
        var answer = _scripts.TryGetValue(method, out var script) && script.TryDequeue(out var next) ? await next(call) : await UsualAsync(call, context.RequestAborted);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static async Task<JsonElement> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
            return await ReadFormAsync(request);
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        return JsonElement.Parse(text.Length == 0 ? "{}" : text);
    }

    /// <summary>The fields as they are; a file as its name, its type and its bytes.</summary>
    private static async Task<JsonElement> ReadFormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var body = form.ToDictionary(field => field.Key, object (field) => field.Value.ToString());
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, request.HttpContext.RequestAborted);
            body.Add(file.Name, new { name = file.FileName, type = file.ContentType, bytes = content.ToArray() });
        }

        return JsonSerializer.SerializeToElement(body);
    }

    private async Task<FakeAnswer> UsualAsync(ApiCall call, CancellationToken cancellationToken) => call.Method switch
    {
        "getUpdates" => FakeAnswer.Ok(await _updates.Reader.ReadAsync(cancellationToken)),
        "sendMessage" => FakeAnswer.Ok($$$"""{"message_id":{{{Interlocked.Increment(ref _messageId)}}},"date":1,"chat":{"id":{{{call.Get("chat_id")}}},"type":"private"}}"""),
        "getMe" => FakeAnswer.Ok("""{"id":1,"is_bot":true,"first_name":"Test","username":"test_bot"}"""),
        "getMyName" => FakeAnswer.Ok("""{"name":""}"""),
        "getMyDescription" => FakeAnswer.Ok("""{"description":""}"""),
        "getMyShortDescription" => FakeAnswer.Ok("""{"short_description":""}"""),
        _ => FakeAnswer.Ok("true"),
    };
}
