using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace Bot.Channels.Telegram;

/// <summary>Fetches updates where no webhook is set: chats in parallel, each chat's in order; the offset moves on when all of a batch is settled.</summary>
internal sealed partial class TelegramPolling(
    IOptions<TelegramOptions> options, TelegramClient client, TelegramApi api, BatchRunner batches, TimeProvider time, ILogger<TelegramPolling> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private bool _webhookIsGone;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value is not { IsOn: true, IsPolling: true })
        {
            return;
        }

        var offset = 0L;
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pause, time, stoppingToken);
            var (updates, error) = await FetchAsync(offset, stoppingToken);
            if (updates is null)
            {
                pause = error.Outcome == ApiOutcome.TooMany ? error.RetryAfter : Longer(pause);
                Log.NoUpdates(logger, error.Code, error.Description, pause);
                continue;
            }

            pause = TimeSpan.Zero;
            await batches.RunAsync(updates, stoppingToken);
            offset = updates.Count > 0 ? updates[^1].Id + 1 : offset;
        }
    }

    private async Task<(List<TelegramUpdate>? Updates, ApiAnswer Error)> FetchAsync(long offset, CancellationToken cancellationToken)
    {
        if (!_webhookIsGone)
        {
            var deleted = await client.TryAsync(bot => bot.DeleteWebhook(cancellationToken: cancellationToken), cancellationToken);
            if (deleted.Outcome != ApiOutcome.Done)
            {
                return (null, deleted);
            }
        }

        var fetched = await api.GetUpdatesAsync(offset, cancellationToken);
        _webhookIsGone = fetched.Error.Code != StatusCodes.Status409Conflict; // somebody set one, or polls too
        return fetched;
    }

    private static TimeSpan Longer(TimeSpan pause) => pause == TimeSpan.Zero ? FirstPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "No updates from Telegram: {Code} {Description}. Next attempt in {Pause}.")]
        public static partial void NoUpdates(ILogger logger, int code, string? description, TimeSpan pause);
    }
}
