using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Benchmarks.Broadcast;

/// <summary>A Bot API that refuses, fails and falls silent towards the people of a broadcast, counts what reaches them, and gives citizens at their surveys what they are sent.</summary>
internal sealed class FaultyBotApi : IAsyncDisposable
{
    /// <summary>Chats from here on are people of the broadcast.</summary>
    public const long FirstPerson = 5_000_000_000;

    private const int Seed = 20261126;
    private const int MessagesPerPause = 4000;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(8);

    // What was under way when the 429 was written could not know of it.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<long, int> _reached = new();
    private readonly ConcurrentDictionary<long, string> _said = new();
    private readonly Lock _gate = new();
    private readonly Random _random = new(Seed);
    private int _messages;
    private int _asked;
    private DateTimeOffset _pausedFrom = DateTimeOffset.MaxValue;
    private DateTimeOffset _pausedUntil;

    private FaultyBotApi(WebApplication app, TimeProvider time) => (_app, _time) = (app, time);

    public string Address => _app.Urls.First();

    /// <summary>How often each person was reached.</summary>
    public IReadOnlyDictionary<long, int> Reached => _reached;

    /// <summary>What was last said about a person who was not simply reached.</summary>
    public IReadOnlyDictionary<long, string> Said => _said;

    /// <summary>Messages to people of the broadcast.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>Messages that came although the bot had been told to wait.</summary>
    public int InPause { get; private set; }

    public int Pauses { get; private set; }

    /// <summary>The wait that the next 429 asks for; it is asked for once.</summary>
    public TimeSpan? LongPause { get; set; }

    /// <summary>When the bot may write again.</summary>
    public DateTimeOffset PausedUntil
    {
        get
        {
            lock (_gate)
                return _pausedUntil;
        }
    }

    /// <summary>Hears of each message to somebody who is no person of the broadcast.</summary>
    public Action<long, long, JsonElement> Heard { get; set; } = (_, _, _) => { };

    public static async Task<FaultyBotApi> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var api = new FaultyBotApi(app, TimeProvider.System);
        app.MapPost("/bot1:A/{method}", api.HandleAsync);
        await app.StartAsync(cancellationToken);
        return api;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context, string method)
    {
        using var body = context.Request.ContentLength > 0 ? await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) : JsonDocument.Parse("{}");
        var chat = body.RootElement.TryGetProperty("chat_id", out var id) ? Number(id) : 0;
        var (status, answer) = chat >= FirstPerson && method == "sendMessage" ? await PersonAsync(chat) : (200, Usual(method, chat, body.RootElement));
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer, CancellationToken.None);
    }

    private static long Number(JsonElement id) => id.ValueKind == JsonValueKind.Number ? id.GetInt64() : long.Parse(id.GetString() ?? "0", CultureInfo.InvariantCulture);

    private string Usual(string method, long chat, JsonElement body)
    {
        var message = method switch
        {
            "sendMessage" => Interlocked.Increment(ref _messages),
            "editMessageText" => Number(body.GetProperty("message_id")),
            _ => 0,
        };
        if (message > 0)
            Heard(chat, message, body.Clone());
        return method switch
        {
            "sendMessage" or "editMessageText" => Sent(chat, message),
            "getMe" => """{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"Test","username":"test_bot"}}""",
            "getMyName" => """{"ok":true,"result":{"name":""}}""",
            "getMyDescription" => """{"ok":true,"result":{"description":""}}""",
            "getMyShortDescription" => """{"ok":true,"result":{"short_description":""}}""",
            _ => """{"ok":true,"result":true}""",
        };
    }

    /// <summary>About 4 in 100 go wrong, each in one of the ways in which a broadcast does.</summary>
    private async Task<(int Status, string Body)> PersonAsync(long chat)
    {
        var asked = Interlocked.Increment(ref _asked);
        if (MustWait(asked) is { } wait)
            return Error(429, $"Too Many Requests: retry after {wait}", $$""","parameters":{"retry_after":{{wait}}}""");
        var roll = Roll();
        switch (roll)
        {
            case < 20:
                _said[chat] = "blocked";
                return Error(403, "Forbidden: bot was blocked by the user");
            case < 25:
                _said[chat] = "blocked";
                return Error(400, "Bad Request: chat not found");
            case < 28:
                _said[chat] = "refused";
                return Error(400, "Bad Request: message text is wrong");
            case < 38:
                if (roll % 2 == 0)
                    Reach(chat);
                _said[chat] = "unclear";
                return (502, "<html>Bad Gateway</html>");
            case < 40:
                if (roll % 2 == 0)
                    Reach(chat);
                _said[chat] = "unclear";
                await Task.Delay(Silence, _time);
                return (504, "");
            default:
                Reach(chat);
                return (200, Sent(chat, Interlocked.Increment(ref _messages)));
        }
    }

    private int Roll()
    {
        lock (_gate)
            return _random.Next(1000);
    }

    private void Reach(long chat) => _reached.AddOrUpdate(chat, 1, (_, times) => times + 1);

    /// <summary>The seconds to wait; null: this message may pass.</summary>
    private int? MustWait(int asked)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            if (now < _pausedUntil)
            {
                InPause += now > _pausedFrom + Grace ? 1 : 0;
                return (int)Math.Ceiling((_pausedUntil - now).TotalSeconds);
            }

            var pause = LongPause ?? (asked % MessagesPerPause == 0 ? TimeSpan.FromSeconds(1) : null);
            if (pause is not { } length)
                return null;
            (LongPause, _pausedFrom, _pausedUntil) = (null, now, now + length);
            Pauses++;
            return (int)length.TotalSeconds;
        }
    }

    private static string Sent(long chat, long message) => $$$"""{"ok":true,"result":{"message_id":{{{message}}},"date":1,"chat":{"id":{{{chat}}},"type":"private"} }}""";

    private static (int, string) Error(int code, string description, string more = "") =>
        (code, $$"""{"ok":false,"error_code":{{code}},"description":"{{description}}"{{more}}}""");
}
