using Bot.Survey.Dialogs;

namespace Bot.Channels.Telegram;

/// <summary>Sends notes beside the cards and edits them, within the limits: they neither wait in line with cards nor take the place of one.</summary>
internal sealed class NoteSender(TelegramApi api, ChatLanes lanes, RateGovernor governor, TimeProvider time)
{
    /// <param name="noteId">The message to edit; null: a new one.</param>
    /// <returns>The message; null where there is none.</returns>
    public async Task<long?> NoteAsync(long chatId, Card note, long? noteId, CancellationToken cancellationToken)
    {
        var lane = lanes.Use(chatId);
        try
        {
            if (!governor.TryReserve(lane, countsForBot: true, TelegramSender.Patience, out var wait))
                return noteId;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken);
            var answer = noteId is { } id ? await api.EditAsync(chatId, id, note) : await api.SendAsync(chatId, note);
            TelegramMetrics.Sent(answer.Outcome);
            if (answer.Outcome == ApiOutcome.TooMany)
                governor.Pause(lane, answer.RetryAfter);
            return noteId ?? (answer.Outcome == ApiOutcome.Done ? answer.MessageId : null);
        }
        finally
        {
            lane.EndUse();
        }
    }
}
