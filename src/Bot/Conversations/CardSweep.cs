using Bot.Channels;
using Bot.Hosting;
using Bot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations;

/// <summary>Shows the cards that could not be shown at once, after ever longer pauses, until they are shown or the person is gone.</summary>
internal sealed partial class CardSweep(
    IDbContextFactory<BotDbContext> contexts, DueCard dueCard, IEnumerable<IChannel> channels, TimeProvider time, ILogger<CardSweep> logger)
    : Ticker(TimeSpan.FromSeconds(1), time, logger)
{
    private const int AtOnce = 100;
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);

    /// <summary>Tries every due card once.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = Microseconds.Truncate(Time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await context.Conversations.Where(c => c.CardDueAt <= now).OrderBy(c => c.CardDueAt).Take(AtOnce)
            .Select(c => new { c.Id, c.Channel }).ToListAsync(cancellationToken);
        var beside = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, beside, async (conversation, token) =>
        {
            if (_channels.TryGetValue(conversation.Channel, out var channel))
                await TryShowAsync(conversation.Id, channel, token);
        });
    }

    protected override Task TickAsync(CancellationToken cancellationToken) => SweepAsync(cancellationToken);

    // One conversation that cannot be read must not keep the cards of all others.
    private async Task TryShowAsync(string conversationId, IChannel channel, CancellationToken cancellationToken)
    {
        try
        {
            await dueCard.TryShowAsync(conversationId, channel, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotShown(logger, fault, channel.Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The attempt to show a due card on {Channel} failed; the next sweep tries again")]
        public static partial void NotShown(ILogger logger, Exception fault, string channel);
    }
}
