using Bot.Hosting;

namespace Bot.Webhooks;

/// <summary>Lets the sender look for what is due. No job of Hangfire: a system that does not answer would keep a worker from the scores.</summary>
internal sealed class WebhookTicker(WebhookSender sender, TimeProvider time, ILogger<WebhookTicker> logger) : Ticker(TimeSpan.FromSeconds(2), time, logger)
{
    protected override Task TickAsync(CancellationToken cancellationToken) => sender.SendDueAsync(cancellationToken);
}
