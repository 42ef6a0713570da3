using Bot.Channels;
using Bot.Conversations;
using Bot.Survey.Dialogs;

namespace Bot.Tests.Conversations;

/// <summary>A channel that remembers what it was to show and answers as the test says.</summary>
internal sealed class FakeChannel : IChannel
{
    public string Name => ChannelNames.Telegram;

    public List<(ConversationKey Conversation, Card Card, string? EditRef)> Shown { get; } = [];

    public Func<Delivery> Answer { get; set; } = () => new Delivery(DeliveryStatus.Shown, "900");

    /// <summary>Whether people are there to be written to.</summary>
    public bool IsReachable { get; set; } = true;

    public bool Reaches(ConversationKey conversation) => IsReachable;

    public Task<Delivery> ShowAsync(ConversationKey conversation, Card card, string? editRef, CancellationToken cancellationToken)
    {
        lock (Shown)
            Shown.Add((conversation, card, editRef));
        return Task.FromResult(Answer());
    }
}
