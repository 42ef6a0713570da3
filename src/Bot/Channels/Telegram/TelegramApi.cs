using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Bot.Conversations;
using Bot.Survey.Dialogs;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>The calls of the Bot API that every tap needs, written by hand because they are the hot path. Never throws for what Telegram or the network does.</summary>
internal sealed class TelegramApi : IDisposable
{
    public const int MaximumConnections = 200;

    /// <summary>How long an answer is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long the answer to a file is waited for: the largest over a slow line.</summary>
    public static readonly TimeSpan UploadPatience = TimeSpan.FromMinutes(2);

    /// <summary>How long Telegram holds a poll that has nothing to say.</summary>
    public static readonly TimeSpan PollTimeout = TimeSpan.FromSeconds(40);

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;
    private readonly Uri _send;
    private readonly Uri _edit;
    private readonly Uri _removeButtons;
    private readonly Uri _answerCallback;
    private readonly Uri _getUpdates;
    private readonly Uri _sendPhoto;
    private readonly Uri _sendDocument;

    public TelegramApi(IOptions<TelegramOptions> options, HttpMessageHandler handler, TimeProvider time)
    {
        _time = time;
        _http = new HttpMessageInvoker(handler, disposeHandler: false);
        var root = $"{options.Value.ApiBaseUrl.TrimEnd('/')}/bot{options.Value.Token}/";
        _send = new Uri(root + "sendMessage");
        _edit = new Uri(root + "editMessageText");
        _removeButtons = new Uri(root + "editMessageReplyMarkup");
        _answerCallback = new Uri(root + "answerCallbackQuery");
        _getUpdates = new Uri(root + "getUpdates");
        _sendPhoto = new Uri(root + "sendPhoto");
        _sendDocument = new Uri(root + "sendDocument");
    }

    /// <summary>Connections for all calls. No proxy, no cookies, no redirects: nothing stands between the bot and Telegram.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = MaximumConnections,
        ConnectTimeout = Patience,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // the name may point elsewhere by then
    };

    public Task<ApiAnswer> SendAsync(long chatId, Card card) => CallAsync(_send, RequestWriter.Send(chatId, card), readsMessage: true);

    public Task<ApiAnswer> EditAsync(long chatId, long messageId, Card card) => CallAsync(_edit, RequestWriter.Edit(chatId, messageId, card));

    public Task<ApiAnswer> RemoveButtonsAsync(long chatId, long messageId) => CallAsync(_removeButtons, RequestWriter.RemoveButtons(chatId, messageId));

    public Task<ApiAnswer> AnswerCallbackAsync(string callbackId) => CallAsync(_answerCallback, RequestWriter.AnswerCallback(callbackId, inResponse: false));

    public async Task<ApiAnswer> SendFileAsync(long chatId, Attachment file)
    {
        using var form = new FileForm(chatId, file);
        return await CallAsync(form.IsPhoto ? _sendPhoto : _sendDocument, form, UploadPatience, readsMessage: false);
    }

    /// <summary>Waits for updates.</summary>
    /// <returns>Null and the error where there were none to be had.</returns>
    public async Task<(List<TelegramUpdate>? Updates, ApiAnswer Error)> GetUpdatesAsync(long offset, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(PollTimeout + Patience, _time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await PostAsync(_getUpdates, JsonOf(RequestWriter.GetUpdates(offset, PollTimeout)), ends.Token);
            var body = await response.Content.ReadAsByteArrayAsync(ends.Token);
            return response.StatusCode == HttpStatusCode.OK
                ? (UpdateReader.ReadBatch(body), default)
                : (null, ApiAnswer.Error((int)response.StatusCode, body));
        }
        catch (Exception fault) when (IsFault(fault) && !cancellationToken.IsCancellationRequested)
        {
            return (null, ApiAnswer.NoAnswer);
        }
    }

    public void Dispose() => _http.Dispose();

    private Task<ApiAnswer> CallAsync(Uri method, byte[] body, bool readsMessage = false) => CallAsync(method, JsonOf(body), Patience, readsMessage);

    private async Task<ApiAnswer> CallAsync(Uri method, HttpContent body, TimeSpan longest, bool readsMessage)
    {
        using var patience = new CancellationTokenSource(longest, _time);
        try
        {
            using var response = await PostAsync(method, body, patience.Token);
            if (response.StatusCode == HttpStatusCode.OK && !readsMessage)
            {
                return new(ApiOutcome.Done);
            }

            return await ReadAsync(response, patience.Token);
        }
        catch (Exception fault) when (IsFault(fault))
        {
            return ApiAnswer.NoAnswer;
        }
    }

    private Task<HttpResponseMessage> PostAsync(Uri method, HttpContent body, CancellationToken cancellationToken) =>
        _http.SendAsync(new HttpRequestMessage(HttpMethod.Post, method) { Content = body }, cancellationToken);

    private static ByteArrayContent JsonOf(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = Json;
        return content;
    }

    private static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        const int Most = 64 * 1024; // the longest message, each letter escaped, with its keyboard
        var buffer = ArrayPool<byte>.Shared.Rent(Most);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await stream.ReadAtLeastAsync(buffer.AsMemory(0, Most), Most, throwOnEndOfStream: false, cancellationToken);
            return response.StatusCode == HttpStatusCode.OK
                ? ApiAnswer.Sent(buffer.AsSpan(0, length))
                : ApiAnswer.Error((int)response.StatusCode, buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool IsFault(Exception fault) => fault is HttpRequestException or IOException or OperationCanceledException or JsonException;
}
