using System.Collections.Concurrent;
using System.Threading.Channels;
using Bot.Conversations;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>Answers turns as a test says, and writes down what the channel told it.</summary>
internal sealed class FakeRunner : IConversationRunner
{
    private readonly Channel<IncomingMessage> _messages = Channel.CreateUnbounded<IncomingMessage>();
    private readonly Channel<(string ChatId, DateTimeOffset NotBefore)> _due = Channel.CreateUnbounded<(string, DateTimeOffset)>();
    private readonly Channel<(string ChatId, string CardRef)> _shown = Channel.CreateUnbounded<(string, string)>();

    /// <summary>What a turn gives; at first the same card always, as a new message.</summary>
    public Func<IncomingMessage, Task<TurnReply>> Turn { get; set; } = _ => Task.FromResult(new TurnReply(Cards.Question()));

    public ConcurrentQueue<IncomingMessage> All { get; } = new();

    public ValueTask<IncomingMessage> MessageAsync() => _messages.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask<(string ChatId, DateTimeOffset NotBefore)> DueAsync() => _due.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask<(string ChatId, string CardRef)> ShownAsync() => _shown.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public void Reply(TurnReply reply) => Turn = _ => Task.FromResult(reply);

    public Task<TurnReply> RunAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        All.Enqueue(message);
        _messages.Writer.TryWrite(message);
        return message.Payload is MessagePayload.Blocked ? Task.FromResult(TurnReply.Nothing) : Turn(message);
    }

    public Task<TurnReply> ShowAsync(ConversationKey conversation, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void CardShown(ConversationKey conversation, string cardRef) => _shown.Writer.TryWrite((conversation.ChatId, cardRef));

    public Task CardDueAsync(ConversationKey conversation, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        _due.Writer.TryWrite((conversation.ChatId, notBefore));
        return Task.CompletedTask;
    }
}
