using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>Fetches files that people sent, as the Bot API gives them: up to 20 MB.</summary>
internal sealed class FileFetcher(IOptions<TelegramOptions> options, HttpMessageHandler handler) : IDisposable
{
    private readonly HttpClient _http = new(handler, disposeHandler: false) { Timeout = TelegramApi.UploadPatience };

    /// <returns>Null where it cannot be had, or is larger than <paramref name="most"/>.</returns>
    public async Task<byte[]?> FetchAsync(string fileId, int most, CancellationToken cancellationToken)
    {
        try
        {
            var root = options.Value.ApiBaseUrl.TrimEnd('/');
            using var found = await _http.PostAsJsonAsync(new Uri($"{root}/bot{options.Value.Token}/getFile"), new { file_id = fileId }, cancellationToken);
            if (!found.IsSuccessStatusCode || PathOf(await found.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)) is not { } path)
                return null;
            using var response = await _http.GetAsync(new Uri($"{root}/file/bot{options.Value.Token}/{path}"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return null;
            await response.Content.LoadIntoBufferAsync(most, cancellationToken);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException || (fault is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    private static string? PathOf(JsonElement answer) =>
        answer.TryGetProperty("result", out var file) && file.TryGetProperty("file_path", out var path) ? path.GetString() : null;
}
