using Bot.Conversations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Channels.Telegram;

/// <summary>Sends files, each as a message of its own, within the limits. Who does not get theirs is told so.</summary>
internal sealed partial class FileSender(
    TelegramApi api, ChatLanes lanes, RateGovernor governor, TextCatalogue texts, TimeProvider time, ILogger<FileSender> logger)
{
    /// <summary>How long a file may wait for its place.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private const int MaximumTries = 3;

    /// <param name="language">Language of the reader.</param>
    /// <returns>What became of it; never fails.</returns>
    public async Task<ApiOutcome> SendAsync(long chatId, Attachment file, string language)
    {
        var lane = lanes.Use(chatId);
        try
        {
            var outcome = await TryAsync(lane, file);
            if (outcome is not (ApiOutcome.Done or ApiOutcome.Gone) && governor.TryReserve(lane, countsForBot: true, TimeSpan.Zero, out _))
                await api.SendAsync(chatId, Card.Plain(texts.Get(language, "error.file_not_sent"), language));
            return outcome;
        }
        finally
        {
            lane.EndUse();
        }
    }

    // Only what was surely not taken is tried again: a file whose answer was lost may have arrived.
    private async Task<ApiOutcome> TryAsync(ChatLane lane, Attachment file)
    {
        for (var tries = 1; ; tries++)
        {
            if (!governor.TryReserve(lane, countsForBot: true, Patience, out var wait))
                return ApiOutcome.TooMany;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time);
            var answer = await api.SendFileAsync(lane.ChatId, file);
            TelegramMetrics.Sent(answer.Outcome);
            if (answer.Outcome == ApiOutcome.TooMany)
                governor.Pause(lane, answer.RetryAfter);
            else if (answer.Outcome == ApiOutcome.Refused)
                Log.Refused(logger, answer.Code, answer.Description);
            if (answer.Outcome != ApiOutcome.TooMany || tries == MaximumTries)
                return answer.Outcome;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refused a file: {Code} {Description}")]
        public static partial void Refused(ILogger logger, int code, string? description);
    }
}
