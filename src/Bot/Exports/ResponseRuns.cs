using System.Collections.Concurrent;
using System.Threading.Channels;
using Bot.Conversations;
using Bot.Responses;

namespace Bot.Exports;

/// <summary>The files of responses that were asked for in chats and are not sent yet, one a conversation.</summary>
internal sealed class ResponseRuns(ResponseExport responses)
{
    private const int MostWaiting = 16;
    private readonly Channel<ResponseRun> _waiting = Channel.CreateBounded<ResponseRun>(MostWaiting);
    private readonly ConcurrentDictionary<ConversationKey, ResponseRun> _runs = new();

    /// <summary>The conversation's run, which may have begun before; null where too many wait.</summary>
    public async Task<ResponseRun?> StartAsync(ConversationKey conversation, long staff, string language, CancellationToken cancellationToken)
    {
        if (_runs.TryGetValue(conversation, out var begun))
            return begun;
        var run = new ResponseRun(conversation, staff, language) { Total = await responses.CountAsync(cancellationToken) };
        if (!_runs.TryAdd(conversation, run))
            return _runs.GetValueOrDefault(conversation, run);
        if (_waiting.Writer.TryWrite(run))
            return run;
        _runs.TryRemove(conversation, out _);
        return null;
    }

    /// <summary>The runs in the order in which they were asked for.</summary>
    public IAsyncEnumerable<ResponseRun> ReadAllAsync(CancellationToken cancellationToken) => _waiting.Reader.ReadAllAsync(cancellationToken);

    public void End(ResponseRun run) => _runs.TryRemove(run.Conversation, out _);
}
