using Bot.Jobs;
using Bot.Persistence;
using Bot.Persistence.Entities;

namespace Bot.Invitations.Sending;

/// <summary>
/// Sends the invitations and reminders that are due, many at a time, each at most once. One process over all replicas does it, under a lease, for
/// the limits are the bot's. A message is claimed and committed before it is sent; what the process does not live to write down is never sent again.
/// </summary>
internal sealed partial class InvitationSender(
    MessageQueue queue, MessageBook book, MessageRules rules, MessageFlight flight, JobLeases leases, CampaignEnds campaigns, TimeProvider time, ILogger<InvitationSender> logger)
{
    private const string Lease = "invitations";

    // What a crash may leave in doubt; at a thousand messages a second half a second's work.
    private const int Most = 500;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    /// <summary>Sends what can be sent now, and returns when nothing more can.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await queue.IsWaitingAsync(Now, cancellationToken) && await leases.TryTakeAsync(Lease, cancellationToken) is { } lease)
        {
            await using (lease)
            {
                await GiveUpAsync(lease, cancellationToken);
                await SendAsync(lease, cancellationToken);
            }
        }

        await campaigns.NoteAsync(Now, cancellationToken);
    }

    private DateTimeOffset Now => Microseconds.Truncate(time.GetUtcNow());

    /// <summary>Whoever holds the lease alone sends: what is claimed now was claimed by a process that died, and may have arrived.</summary>
    private async Task GiveUpAsync(JobLease lease, CancellationToken cancellationToken)
    {
        var left = await queue.LeftAsync(cancellationToken);
        if (left.Count == 0)
            return;
        Log.Unknown(logger, left.Count);
        await book.TryExchangeAsync(lease, left.ConvertAll(m => new MessageMove(m, new MessageFate(MessageState.Unknown))), [], cancellationToken);
    }

    private async Task SendAsync(JobLease lease, CancellationToken cancellationToken)
    {
        var flying = new List<(OutgoingMessage Message, Task<MessageFate> Fate)>();
        var landed = new List<MessageMove>();
        try
        {
            while (true)
            {
                Land(flying, landed);
                var due = await DueAsync(flying.Count, [.. flying.Select(f => f.Message), .. landed.Select(m => m.Message)], cancellationToken);
                if (flying.Count == 0 && landed.Count == 0 && due.Count == 0)
                    return;
                if (await book.TryExchangeAsync(lease, landed, due, CancellationToken.None))
                {
                    landed.Clear();
                    flying.AddRange(due.Where(m => m.Fate.State == MessageState.Claimed).Select(m => (m.Message, flight.SendAsync(m.Message, cancellationToken))));
                }

                if (flying.Count > 0)
                    await Task.WhenAny(Task.WhenAll(flying.ConvertAll(f => f.Fate)), Task.Delay(Beat, time, CancellationToken.None));
            }
        }
        finally
        {
            await Task.WhenAll(flying.ConvertAll(f => f.Fate));
            Land(flying, landed);
            if (landed.Count > 0)
                await book.SettleAsync(landed, CancellationToken.None);
        }
    }

    /// <summary>The next messages, with what is to become of them; no more than there are places for.</summary>
    /// <param name="underWay">Messages of which it is not written yet what became of them: their people wait, for the cool-down counts them.</param>
    private async Task<List<MessageMove>> DueAsync(int flying, List<OutgoingMessage> underWay, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return [];
        var room = Math.Min(Most - flying, await flight.RoomAsync(cancellationToken));
        if (room <= 0)
            return [];
        var now = Now;
        var busy = underWay.Select(m => m.Row.ConversationId).ToHashSet(StringComparer.Ordinal);
        var due = await queue.DueAsync(now, room, cancellationToken);
        return [.. due.Where(m => busy.Add(m.Row.ConversationId)).Select(m => new MessageMove(m, rules.Decide(m, now)))];
    }

    private static void Land(List<(OutgoingMessage Message, Task<MessageFate> Fate)> flying, List<MessageMove> landed)
    {
        landed.AddRange(flying.Where(f => f.Fate.IsCompleted).Select(f => new MessageMove(f.Message, f.Fate.Result)));
        flying.RemoveAll(f => f.Fate.IsCompleted);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Count} invitations were being sent when a process died; whether they arrived is not known, and they are not sent again.")]
        public static partial void Unknown(ILogger logger, int count);
    }
}
