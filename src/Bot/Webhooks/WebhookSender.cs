using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Bot.Hosting.Keys;
using Microsoft.Extensions.Options;

namespace Bot.Webhooks;

/// <summary>Tells service systems what is due. One that does not answer holds nobody else up, and is left in peace for a while.</summary>
internal sealed partial class WebhookSender(IHttpClientFactory clients, WebhookQueue queue, KeyRings keys, TimeProvider time, IOptions<WebhooksOptions> options, ILogger<WebhookSender> logger)
{
    public const string Http = "webhooks";
    private const int AtOnce = 4;

    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        var due = await queue.DueAsync(time.GetUtcNow(), cancellationToken);
        await Task.WhenAll(due.GroupBy(e => e.Row.ApiKeyId).Select(system => SendAsync([.. system], cancellationToken)));
    }

    /// <summary>The messages to one system: as long as it takes them.</summary>
    private Task SendAsync(List<DueEvent> events, CancellationToken cancellationToken)
    {
        var waiting = new ConcurrentQueue<DueEvent>(events);
        var began = time.GetTimestamp();
        return Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            // A slow one goes on in the next run, or the others would wait for it.
            while (time.GetElapsedTime(began) < WebhookConnection.Timeout && waiting.TryDequeue(out var due))
            {
                if (!await TryAsync(due, cancellationToken))
                    waiting.Clear();
            }
        }));
    }

    private async Task<bool> TryAsync(DueEvent due, CancellationToken cancellationToken)
    {
        if (!await queue.ClaimAsync(due, time.GetUtcNow(), cancellationToken))
            return true;
        if (await FaultAsync(due, cancellationToken) is not { } fault)
        {
            await queue.TakenAsync(due, cancellationToken);
            WebhookMetrics.Taken.Inc();
            return true;
        }

        WebhookMetrics.Failed.Inc();
        if (await queue.FailedAsync(due, fault, time.GetUtcNow(), cancellationToken))
        {
            WebhookMetrics.GivenUp.Inc();
            Log.GivenUp(logger, due.Row.Id, due.Row.ApiKeyId, fault);
        }

        return false;
    }

    /// <summary>Why the system did not take the message; null: it did.</summary>
    private async Task<string?> FaultAsync(DueEvent due, CancellationToken cancellationToken)
    {
        // The rules may have become stricter since it was registered.
        if (WebhookAddress.Fault(due.Webhook.Url, options.Value.AllowHttp) is not null)
            return "forbidden address";
        if (WebhookSecret.Open(due.Webhook.Secret, keys.Privacy, due.Row.ApiKeyId) is not { } secret)
            return "lost secret";
        using var patience = new CancellationTokenSource(WebhookConnection.Timeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = Message(due, secret);
            using var client = clients.CreateClient(Http);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token);
            return response.IsSuccessStatusCode ? null : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException fault)
        {
            return fault.InnerException is ForbiddenAddressException ? "forbidden address" : fault.HttpRequestError.ToString();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "timeout";
        }
    }

    private HttpRequestMessage Message(DueEvent due, WebhookSecret secret)
    {
        var id = due.Row.Id.ToString(CultureInfo.InvariantCulture);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new WebhookMessage(id, due.Row.Type, due.Row.At, due.Row.InvitationId.ToString(CultureInfo.InvariantCulture), due.ReceiptRef), JsonSerializerOptions.Web);
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, due.Webhook.Url) { Content = content };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", secret.Sign(id, timestamp, body));
        return request;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Event {Event} was given up: the system with key {Key} did not take it for three days, the last time because of «{Fault}».")]
        public static partial void GivenUp(ILogger logger, long @event, long key, string fault);
    }
}

/// <summary>What a service system is told: never an answer.</summary>
/// <param name="Id">The same at each attempt: what came before is the same message.</param>
internal sealed record WebhookMessage(string Id, string Type, DateTimeOffset At, string InvitationId, string ReceiptRef);
