namespace Bot.Channels.Telegram;

/// <summary>Runs the updates of one poll: different chats at once, a chat's one after another.</summary>
internal sealed class BatchRunner(TelegramTurns turns, TelegramApi api, TimeProvider time)
{
    private const int MostChatsAtOnce = 64;

    // Long enough for a database to come back; what fails for longer is the update's own fault.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(3);

    /// <summary>Done when every update is settled: its turn is saved, or it failed five times.</summary>
    public Task RunAsync(IReadOnlyList<TelegramUpdate> updates, CancellationToken cancellationToken)
    {
        var ends = new ParallelOptions { MaxDegreeOfParallelism = MostChatsAtOnce, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(updates.GroupBy(update => update.ChatId), ends, async (chat, token) =>
        {
            foreach (var update in chat)
            {
                await SettleAsync(update, token);
            }
        });
    }

    private async Task SettleAsync(TelegramUpdate update, CancellationToken cancellationToken)
    {
        if (update.CallbackId is not null)
        {
            _ = api.AnswerCallbackAsync(update.CallbackId); // early, whatever the turn will say
        }

        while (!await turns.TryRunAsync(update, cancellationToken))
        {
            await Task.Delay(AfterFailure, time, cancellationToken);
        }
    }
}
