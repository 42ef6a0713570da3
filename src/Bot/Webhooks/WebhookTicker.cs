namespace Bot.Webhooks;

/// <summary>Looks every two seconds whether something is due. No job of Hangfire: a system that does not answer would keep a worker from the scores.</summary>
internal sealed partial class WebhookTicker(WebhookSender sender, TimeProvider time, ILogger<WebhookTicker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
                await SendAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task SendAsync(CancellationToken stoppingToken)
    {
        try
        {
            await sender.SendDueAsync(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Service systems could not be told what is due; the next look tries again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
