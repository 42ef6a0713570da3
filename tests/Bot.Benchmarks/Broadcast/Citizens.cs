using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Bot.Benchmarks.Broadcast;

/// <summary>People who answer surveys one tap after another, and how long they wait for each card.</summary>
internal sealed class Citizens(FaultyBotApi api, Uri webhook, string secret)
{
    private static readonly TimeSpan Think = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Redelivery = TimeSpan.FromMilliseconds(500);
    private static readonly string[] Wanted = ["Русский", "Даю согласие", "Услуга получена полностью", "Отправить", "Нет, не понадобилось", "Нет", "5", "Пропустить все"];
    private readonly ConcurrentDictionary<long, Channel> _chats = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 40 });
    private readonly Lock _gate = new();
    private List<double> _waits = [];
    private long _updates = 1000;
    private long _nextChat = 1_000_000;
    private int _stuck;

    /// <summary>Cards that never came.</summary>
    public int Stuck => _stuck;

    /// <summary>Milliseconds from a tap to its card, since the last call; taps that met a dead bot are left out.</summary>
    public List<double> TakeWaits()
    {
        lock (_gate)
        {
            var waits = _waits;
            _waits = [];
            return waits;
        }
    }

    public Task RunAsync(int count, CancellationToken cancellationToken)
    {
        api.Heard = (chat, message, body) =>
        {
            if (_chats.TryGetValue(chat, out var channel))
                channel.Show(message, body);
        };
        return Task.WhenAll(Enumerable.Range(0, count).Select(i => LiveAsync(i, cancellationToken)));
    }

    private async Task LiveAsync(int number, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Think * (number % 10) / 10, cancellationToken);
            while (true)
                await AnswerAsync(Interlocked.Increment(ref _nextChat), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    /// <summary>One person's whole survey.</summary>
    private async Task AnswerAsync(long chat, CancellationToken cancellationToken)
    {
        var channel = _chats[chat] = new Channel();
        var update = Text(chat, "/start svc_2602001_e_astana");
        while (update is not null && await TapAsync(channel, update, cancellationToken) is { } shown)
        {
            await Task.Delay(Think, cancellationToken);
            update = Next(shown) is { } data ? Press(chat, shown.Message, data) : null;
        }

        _chats.TryRemove(chat, out _);
    }

    private async Task<Shown?> TapAsync(Channel channel, string update, CancellationToken cancellationToken)
    {
        var card = channel.Next();
        var watch = Stopwatch.GetTimestamp();
        var isFirst = true;
        while (!await PostAsync(update, cancellationToken))
        {
            isFirst = false;
            await Task.Delay(Redelivery, cancellationToken);
        }

        try
        {
            var shown = await card.WaitAsync(Patience, cancellationToken);
            if (isFirst)
            {
                lock (_gate)
                    _waits.Add(Stopwatch.GetElapsedTime(watch, shown.At).TotalMilliseconds);
            }

            return shown;
        }
        catch (TimeoutException)
        {
            Interlocked.Increment(ref _stuck);
            return null;
        }
    }

    private async Task<bool> PostAsync(string update, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new StringContent(update, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string? Next(Shown shown)
    {
        foreach (var label in Wanted)
        {
            if (shown.Buttons.FirstOrDefault(b => b.Text.TrimStart('✓', ' ') == label).Data is { } data)
                return data;
        }

        return null;
    }

    private string Text(long chat, string text) => $$$"""
        {"update_id":{{{Interlocked.Increment(ref _updates)}}},"message":{"message_id":5,"from":{"id":{{{chat}}},"is_bot":false,"first_name":"А","language_code":"ru"},"chat":{"id":{{{chat}}},"type":"private"},"date":1,"text":"{{{text}}}"}}
        """;

    private string Press(long chat, long message, string data) => $$$"""
        {"update_id":{{{Interlocked.Increment(ref _updates)}}},"callback_query":{"id":"c{{{_updates}}}","from":{"id":{{{chat}}},"is_bot":false,"first_name":"А","language_code":"ru"},"message":{"message_id":{{{message}}},"chat":{"id":{{{chat}}},"type":"private"},"date":1,"text":"x"},"chat_instance":"9","data":{{{JsonSerializer.Serialize(data)}}}}}
        """;

    /// <summary>A card that reached a person.</summary>
    private sealed record Shown(long Message, long At, IReadOnlyList<(string Text, string Data)> Buttons);

    private sealed class Channel
    {
        private TaskCompletionSource<Shown> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Shown> Next()
        {
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _next.Task;
        }

        public void Show(long message, JsonElement body)
        {
            var at = Stopwatch.GetTimestamp();
            var buttons = body.TryGetProperty("reply_markup", out var markup) && markup.TryGetProperty("inline_keyboard", out var rows)
                ? rows.EnumerateArray().SelectMany(row => row.EnumerateArray())
                    .Select(b => (b.GetProperty("text").GetString() ?? "", b.TryGetProperty("callback_data", out var data) ? data.GetString() ?? "" : "")).ToList()
                : [];
            _next.TrySetResult(new Shown(message, at, buttons));
        }
    }
}
