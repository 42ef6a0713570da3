using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace Bot.Channels.Telegram;

/// <summary>Fetches updates where no webhook is set: chats in parallel, each chat's in order; the offset moves on when all of a batch is settled.</summary>
internal sealed partial class TelegramPolling(
    IOptions<TelegramOptions> options, TelegramClient client, TelegramApi api, BatchRunner batches, TimeProvider time, ILogger<TelegramPolling> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value is not { IsOn: true, IsPolling: true })
        {
            return;
        }

        var offset = 0L;
        var pause = TimeSpan.Zero;
        var webhookIsGone = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pause, time, stoppingToken);
            webhookIsGone = webhookIsGone || await client.TryAsync("deleteWebhook", bot => bot.DeleteWebhook(cancellationToken: stoppingToken));
            var (updates, error) = webhookIsGone ? await api.GetUpdatesAsync(offset, stoppingToken) : (null, ApiAnswer.NoAnswer);
            if (updates is null)
            {
                pause = error.Outcome == ApiOutcome.TooMany ? error.RetryAfter : Longer(pause);
                webhookIsGone = webhookIsGone && error.Code != StatusCodes.Status409Conflict; // somebody set one, or polls too
                Log.NoUpdates(logger, error.Code, error.Description, pause);
                continue;
            }

            pause = TimeSpan.Zero;
            await batches.RunAsync(updates, stoppingToken);
            offset = updates.Count > 0 ? updates[^1].Id + 1 : offset;
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause == TimeSpan.Zero ? FirstPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "No updates from Telegram: {Code} {Description}. Next attempt in {Pause}.")]
        public static partial void NoUpdates(ILogger logger, int code, string? description, TimeSpan pause);
    }
}
