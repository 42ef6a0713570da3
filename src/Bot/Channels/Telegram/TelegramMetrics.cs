using Prometheus;

namespace Bot.Channels.Telegram;

internal static class TelegramMetrics
{
    private static readonly Counter UpdatesByResult = Metrics.CreateCounter("bot_telegram_updates_total", "Updates received, by what became of them.", "result");
    private static readonly Counter SendsByResult = Metrics.CreateCounter("bot_telegram_sends_total", "Messages sent or edited, by Telegram's answer.", "result");
    private static readonly Counter.Child[] Sends = [.. Enum.GetNames<ApiOutcome>().Select(name => SendsByResult.WithLabels(name))];

    public static readonly Counter Throttled = Metrics.CreateCounter("bot_telegram_throttled_total", "Cards that had to wait for their place within the limits.");
    public static readonly Counter.Child Handled = UpdatesByResult.WithLabels("handled");
    public static readonly Counter.Child Ignored = UpdatesByResult.WithLabels("ignored");
    public static readonly Counter.Child Failed = UpdatesByResult.WithLabels("failed");
    public static readonly Counter.Child Skipped = UpdatesByResult.WithLabels("skipped");

    public static void Sent(ApiOutcome outcome) => Sends[(int)outcome].Inc();
}
