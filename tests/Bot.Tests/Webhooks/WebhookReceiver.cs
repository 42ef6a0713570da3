using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Bot.Tests.Webhooks;

/// <summary>A service system on a port of its own. It takes everything, unless a test scripts an answer.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();
    private readonly Channel<ReceivedMessage> _arrived = Channel.CreateUnbounded<ReceivedMessage>();

    private WebhookReceiver(WebApplication app) => _app = app;

    public string Address => _app.Urls.First() + "/hook";

    /// <summary>All messages, in order.</summary>
    public ConcurrentQueue<ReceivedMessage> Messages { get; } = new();

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = FakeServer.CreateBuilder();
        var app = builder.Build();
        var receiver = new WebhookReceiver(app);
        app.MapPost("/hook", receiver.HandleAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>Scripts the next answers.</summary>
    public void Next(params int[] statuses)
    {
        foreach (var status in statuses)
        {
            Next(context =>
            {
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            });
        }
    }

    public void Next(Func<HttpContext, Task> answer) => _answers.Enqueue(answer);

    /// <summary>Waits for the next message.</summary>
    public ValueTask<ReceivedMessage> ArrivedAsync() => _arrived.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers;
        var message = new ReceivedMessage(headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), body);
        Messages.Enqueue(message);
        _arrived.Writer.TryWrite(message);
        if (_answers.TryDequeue(out var answer))
            await answer(context);
    }
}

internal sealed record ReceivedMessage(string Id, string Timestamp, string Signature, string Body)
{
    public string Type => Json.GetProperty("type").GetString()!;

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public DateTimeOffset SentAt => DateTimeOffset.FromUnixTimeSeconds(long.Parse(Timestamp, CultureInfo.InvariantCulture));

    /// <summary>Whether the secret, as the system was told it, made the signature.</summary>
    public bool IsSignedWith(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        return Signature == "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}")));
    }
}
