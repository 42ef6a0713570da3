using Prometheus;

namespace Bot.Webhooks;

internal static class WebhookMetrics
{
    private static readonly Counter Attempts = Metrics.CreateCounter("bot_webhook_attempts_total", "Messages to service systems, by what became of them.", "result");

    public static readonly Counter.Child Taken = Attempts.WithLabels("taken");
    public static readonly Counter.Child Failed = Attempts.WithLabels("failed");
    public static readonly Counter GivenUp = Metrics.CreateCounter("bot_webhook_given_up_total", "Events of which a service system could not be told within three days.");
}
