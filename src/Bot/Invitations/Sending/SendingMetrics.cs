using Bot.Persistence.Entities;
using Prometheus;

namespace Bot.Invitations.Sending;

internal static class SendingMetrics
{
    private static readonly Counter Messages = Metrics.CreateCounter("bot_invitation_messages_total", "Invitations and reminders, by what became of them.", "state");
    private static readonly Counter.Child[] ByState = [.. Enum.GetNames<MessageState>().Select(name => Messages.WithLabels(name))];

    public static void Moved(MessageState state) => ByState[(int)state].Inc();
}
