using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Bot.Channels.Telegram;

/// <summary>The calls that set the bot up, by Telegram.Bot. Its own retry is off: it would sleep where nobody sees it.</summary>
internal sealed class TelegramClient(IOptions<TelegramOptions> options, HttpMessageHandler handler)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lazy<ITelegramBotClient> _bot = new(() => new TelegramBotClient(
        new TelegramBotClientOptions(options.Value.Token ?? "", options.Value.ApiBaseUrl.TrimEnd('/')) { RetryCount = 0 },
        new HttpClient(handler, disposeHandler: false) { Timeout = Patience }));

    /// <summary>Makes a call; what Telegram or the network does comes back as the answer.</summary>
    public async Task<ApiAnswer> TryAsync(Func<ITelegramBotClient, Task> call, CancellationToken cancellationToken)
    {
        try
        {
            await call(_bot.Value);
            return new(ApiOutcome.Done);
        }
        catch (ApiRequestException refusal)
        {
            return ApiAnswer.Error(refusal.ErrorCode, refusal.Message, refusal.Parameters?.RetryAfter);
        }
        catch (Exception fault) when (fault is RequestException or HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return ApiAnswer.NoAnswer with { Description = fault.Message };
        }
    }
}
