using System.Collections.Concurrent;
using Bot.Conversations;
using Bot.Survey.Dialogs;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>A runner without a survey: /start shows a first card, everything else one that names what was done. Give it to a second host to «restart».</summary>
internal sealed class ScriptedRunner : IConversationRunner
{
    public static readonly Card First = new(
        "Портал жылдам жұмыс істеді.",
        [[new("1", "a.1.1", "1 – мүлдем жоқ"), new("5", "a.1.5")], [new("Артқа", "b.1")]],
        "kk",
        AcceptsText: true);

    private readonly ConcurrentDictionary<ConversationKey, Card> _current = new();
    private readonly ConcurrentDictionary<(ConversationKey, string), byte> _seen = new();

    public ConcurrentQueue<IncomingMessage> Messages { get; } = new();

    public ConcurrentQueue<string> Shown { get; } = new();

    /// <summary>Is told of every turn, as by the real runner.</summary>
    public Action<ConversationKey>? Changed { get; set; }

    /// <summary>Thrown by the next turn.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Comes with the reply to every turn from now on.</summary>
    public Attachment? Attachment { get; set; }

    public async Task<TurnReply> RunAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
        {
            Failure = null;
            throw failure;
        }

        var isNew = _seen.TryAdd((message.Conversation, message.UpdateId), 0);
        if (isNew)
        {
            Messages.Enqueue(message);
            _current[message.Conversation] = message.Payload switch
            {
                MessagePayload.Text { Value: var text } when text.StartsWith("/start", StringComparison.Ordinal) => First,
                MessagePayload.Text { Value: "ru" } => First with { Text = "Портал работал быстро.", Language = "ru" },
                MessagePayload.Text { Value: var text } => First with { Text = $"Жазылды: {text}" },
                MessagePayload.Press { Data: var data } => First with { Text = $"Басылды: {data}" },
                _ => First,
            };
            Changed?.Invoke(message.Conversation);
        }

        var reply = await ShowAsync(message.Conversation, cancellationToken);
        return isNew ? reply with { Attachment = Attachment } : reply;
    }

    public Task<TurnReply> ShowAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        Task.FromResult(_current.TryGetValue(conversation, out var card) ? new TurnReply(card) : TurnReply.Nothing);

    public void CardShown(ConversationKey conversation, string cardRef) => Shown.Enqueue(cardRef);

    public Task CardDueAsync(ConversationKey conversation, DateTimeOffset notBefore, CancellationToken cancellationToken) => Task.CompletedTask;
}
