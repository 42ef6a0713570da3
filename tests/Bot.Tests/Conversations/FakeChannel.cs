using Bot.Channels;
using Bot.Conversations;
using Bot.Survey.Dialogs;

namespace Bot.Tests.Conversations;

/// <summary>A channel that remembers what it was to show and answers as the test says.</summary>
internal sealed class FakeChannel : IChannel
{
    public string Name => ChannelNames.Telegram;

    public List<(ConversationKey Conversation, Card Card, string? EditRef)> Shown { get; } = [];

    /// <summary>The notes, each with the message that it was put into.</summary>
    public List<(string Text, string? NoteRef)> Notes { get; } = [];

    public TaskCompletionSource<Attachment> File { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first card that was shown.</summary>
    public TaskCompletionSource<Card> FirstShown { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Func<Delivery> Answer { get; set; } = () => new Delivery(DeliveryStatus.Shown, "900");

    /// <summary>The file that people send; null: it cannot be fetched.</summary>
    public byte[]? Sent { get; set; }

    /// <summary>Whether people are there to be written to.</summary>
    public bool IsReachable { get; set; } = true;

    public bool Reaches(ConversationKey conversation) => IsReachable;

    public Task<Delivery> ShowAsync(ConversationKey conversation, Card card, string? editRef, CancellationToken cancellationToken)
    {
        lock (Shown)
            Shown.Add((conversation, card, editRef));
        FirstShown.TrySetResult(card);
        return Task.FromResult(Answer());
    }

    public Task<string?> NoteAsync(ConversationKey conversation, Card note, string? noteRef, CancellationToken cancellationToken)
    {
        lock (Notes)
            Notes.Add((note.Text, noteRef));
        return Task.FromResult<string?>("note");
    }

    public Task<byte[]?> FetchAsync(string reference, int most, CancellationToken cancellationToken) => Task.FromResult(Sent);

    public Task SendFileAsync(ConversationKey conversation, Attachment file, string language, CancellationToken cancellationToken)
    {
        File.TrySetResult(file);
        return Task.CompletedTask;
    }
}
