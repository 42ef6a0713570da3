using Bot.Channels.Telegram;
using Bot.Conversations;
using Microsoft.Extensions.Options;

namespace Bot.Campaigns;

/// <summary>How long the bot will take to write to many people: at Telegram's rate, and not in quiet hours.</summary>
internal sealed class SendingPlan(QuietHours quiet, IOptions<TelegramOptions> telegram)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(60);

    /// <summary>When the last of so many messages is sent, to the minute.</summary>
    public DateTimeOffset End(int messages, DateTimeOffset start)
    {
        var left = messages;
        var moment = start;
        for (; left > 0 && moment - start < Furthest; moment += Step)
        {
            if (!quiet.Contain(moment))
                left -= telegram.Value.MessagesPerSecond * (int)Step.TotalSeconds;
        }

        return moment;
    }
}
