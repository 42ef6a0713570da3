using System.Collections.Concurrent;
using System.Threading.Channels;
using Bot.Conversations;

namespace Bot.Campaigns;

/// <summary>A file on its way into a draft.</summary>
/// <param name="Access">Who sent it.</param>
/// <param name="Conversation">Who is told of it.</param>
/// <param name="Document">A file that was sent in a chat and is to be fetched and read; null: <see cref="Draft"/> is read already.</param>
internal sealed record CampaignRun(CampaignAccess Access, ConversationKey Conversation, string ConversationId, string Language, SentFile? Document, CampaignDraft? Draft);

/// <summary>The files that wait for the one worker, and how far it is.</summary>
internal sealed class CampaignRuns
{
    private const int MostWaiting = 16;
    private readonly Channel<CampaignRun> _waiting = Channel.CreateBounded<CampaignRun>(MostWaiting);
    private readonly ConcurrentDictionary<long, int> _totals = new();

    /// <returns>False where too many wait.</returns>
    public bool TryStart(CampaignRun run)
    {
        if (run.Draft is { } draft)
            Begin(draft);
        return _waiting.Writer.TryWrite(run);
    }

    public IAsyncEnumerable<CampaignRun> ReadAllAsync(CancellationToken cancellationToken) => _waiting.Reader.ReadAllAsync(cancellationToken);

    public void Begin(CampaignDraft draft) => _totals[draft.Id] = draft.Lines.Count;

    /// <summary>How many people a draft under way will have; null where this process is not at it.</summary>
    public int? Total(long campaign) => _totals.TryGetValue(campaign, out var total) ? total : null;

    public void End(CampaignDraft draft) => _totals.TryRemove(draft.Id, out _);
}
