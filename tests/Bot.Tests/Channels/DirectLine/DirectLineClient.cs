using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>A plain Direct Line client: a browser's cookies, a token, JSON as it comes.</summary>
internal sealed class DirectLineClient : IDisposable
{
    private readonly HttpClient _http;

    public DirectLineClient(BotHost host, CookieContainer? cookies = null)
        : this(host.Client.BaseAddress!, cookies)
    {
    }

    private DirectLineClient(Uri address, CookieContainer? cookies)
    {
        Cookies = cookies ?? new CookieContainer();
        Address = address;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public CookieContainer Cookies { get; }

    public Uri Address { get; }

    public string Token { get; set; } = "";

    public string Conversation { get; set; } = "";

    public string StreamUrl { get; private set; } = "";

    /// <summary>Gets a token and begins a conversation.</summary>
    public static Task<DirectLineClient> BeginAsync(BotHost host, string? start = null, CookieContainer? cookies = null) =>
        BeginAsync(host.Client.BaseAddress!, start, cookies);

    /// <summary>The same at a program that is a process of its own.</summary>
    public static async Task<DirectLineClient> BeginAsync(Uri address, string? start = null, CookieContainer? cookies = null)
    {
        var client = new DirectLineClient(address, cookies);
        client.Take(await client.SendJsonAsync(HttpMethod.Post, "tokens/generate", start is null ? null : new JsonObject { ["start"] = start }));
        client.Take(await client.SendJsonAsync(HttpMethod.Post, "conversations", new JsonObject { ["locale"] = "kk-KZ" }));
        return client;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri($"v3/directline/{path}", UriKind.Relative));
        if (Token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetPageAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonObject> SendJsonAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        using var response = await SendAsync(method, path, body?.ToJsonString());
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return await ReadAsync(response);
    }

    public Task<HttpResponseMessage> PostRawAsync(string activity) => SendAsync(HttpMethod.Post, $"conversations/{Conversation}/activities", activity);

    public async Task<string> PostAsync(JsonObject activity) =>
        (string)(await SendJsonAsync(HttpMethod.Post, $"conversations/{Conversation}/activities", activity))["id"]!;

    public Task<string> SayAsync(string text, string? clientActivityId = null) => PostAsync(Message(text, null, clientActivityId));

    public Task<string> PressAsync(string data, string? clientActivityId = null) => PostAsync(Message("5", data, clientActivityId));

    public Task<JsonObject> ReadActivitiesAsync(string watermark = "") => SendJsonAsync(HttpMethod.Get, $"conversations/{Conversation}/activities?watermark={watermark}");

    public async Task ReconnectAsync(string watermark = "") => Take(await SendJsonAsync(HttpMethod.Get, $"conversations/{Conversation}?watermark={watermark}"));

    public async Task<ClientWebSocket> OpenStreamAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(StreamUrl), TestContext.Current.CancellationToken);
        return socket;
    }

    /// <summary>Reads frames until <paramref name="count"/> activities have come.</summary>
    public static async Task<(List<JsonNode> Activities, string Watermark)> ReceiveAsync(WebSocket socket, int count)
    {
        List<JsonNode> activities = [];
        var watermark = "";
        var buffer = new byte[1 << 20];
        while (activities.Count < count)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            Assert.Equal(WebSocketMessageType.Text, part.MessageType);
            var frame = JsonNode.Parse(buffer.AsSpan(0, length))!;
            activities.AddRange(frame["activities"]!.AsArray().Select(a => a!.DeepClone()));
            watermark = (string)frame["watermark"]!;
        }

        return (activities, watermark);
    }

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();

    public static List<string?> Texts(JsonObject set) => [.. set["activities"]!.AsArray().Select(a => (string?)a!["text"])];

    public void Dispose() => _http.Dispose();

    private static JsonObject Message(string text, string? value, string? clientActivityId)
    {
        var message = new JsonObject { ["type"] = "message", ["text"] = text, ["locale"] = "ru-RU", ["from"] = new JsonObject { ["id"] = "somebody else" } };
        if (value is not null)
            message["value"] = value;
        if (clientActivityId is not null)
            message["channelData"] = new JsonObject { ["clientActivityID"] = clientActivityId };
        return message;
    }

    private void Take(JsonObject answer)
    {
        Token = (string)answer["token"]!;
        Conversation = (string)answer["conversationId"]!;
        StreamUrl = (string?)answer["streamUrl"] ?? StreamUrl;
    }
}
