using Bot.Channels;
using Bot.Conversations;
using Bot.Survey.Dialogs;

namespace Bot.Tests.Invitations.Sending;

/// <summary>A channel that sends to people, as the test says, at once.</summary>
internal sealed class PostChannel : IChannel
{
    public string Name => ChannelNames.Telegram;

    /// <summary>What was tried to be sent, by chat.</summary>
    public List<(string Chat, Card Card)> Sent { get; } = [];

    /// <summary>What the channel says when it is given a card for a chat.</summary>
    public Func<string, Task<Delivery>> Answer { get; set; } = _ => Task.FromResult(new Delivery(DeliveryStatus.Shown, "900"));

    /// <summary>Done when the first card was sent.</summary>
    public TaskCompletionSource Called { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Called before a card is sent, as time passes while it waits for its place.</summary>
    public Func<DateTimeOffset>? Wait { get; set; }

    public DateTimeOffset PausedUntil { get; private set; } = DateTimeOffset.MinValue;

    public int Free { get; set; } = int.MaxValue;

    public void Pause(DateTimeOffset until) => PausedUntil = until > PausedUntil ? until : PausedUntil;

    public int Room(TimeSpan within) => Free;

    public Task<Delivery> AnnounceAsync(ConversationKey conversation, Card card, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (Wait?.Invoke() is { } now && now >= until)
            return Task.FromResult(new Delivery(DeliveryStatus.Later, NotBefore: now));
        lock (Sent)
            Sent.Add((conversation.ChatId, card));
        Called.TrySetResult();
        return Answer(conversation.ChatId);
    }

    public Task<Delivery> ShowAsync(ConversationKey conversation, Card card, string? editRef, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SendFileAsync(ConversationKey conversation, Attachment file, string language, CancellationToken cancellationToken) => throw new NotSupportedException();
}
