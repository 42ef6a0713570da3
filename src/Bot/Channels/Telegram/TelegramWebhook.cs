using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>Takes updates from Telegram. A press is answered in the response, which saves a call a tap.</summary>
internal sealed class TelegramWebhook(IOptions<TelegramOptions> options, TelegramTurns turns)
{
    public const string Path = "/telegram/webhook";
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int MostBytes = 1024 * 1024;
    private readonly byte[] _secret = Encoding.ASCII.GetBytes(options.Value.WebhookSecret ?? "");
    private readonly bool _isOn = options.Value is { IsOn: true, IsPolling: false };

    public async Task HandleAsync(HttpContext context)
    {
        var response = context.Response;
        if (!_isOn)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!KnowsSecret(context.Request))
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        TelegramUpdate update;
        try
        {
            update = await ReadAsync(context);
        }
        catch (JsonException)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        catch (BadHttpRequestException wrong)
        {
            response.StatusCode = wrong.StatusCode;
            return;
        }

        // Not ended with the request: what is begun is finished, or Telegram would only send it again.
        if (!await turns.TryRunAsync(update, CancellationToken.None))
        {
            response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        else if (update.CallbackId is not null)
        {
            await AnswerAsync(response, update.CallbackId);
        }
    }

    private bool KnowsSecret(HttpRequest request) =>
        request.Headers.TryGetValue(SecretHeader, out var given) && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given.ToString()), _secret);

    private static async Task<TelegramUpdate> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        var body = context.Request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(context.RequestAborted);
            if (!read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            try
            {
                return UpdateReader.Read(read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray());
            }
            finally
            {
                body.AdvanceTo(read.Buffer.End);
            }
        }
    }

    private static async Task AnswerAsync(HttpResponse response, string callbackId)
    {
        var answer = RequestWriter.AnswerCallback(callbackId, inResponse: true);
        response.ContentType = "application/json";
        response.ContentLength = answer.Length;
        await response.BodyWriter.WriteAsync(answer);
    }
}
