using Bot.Conversations;
using Bot.Survey.Dialogs;

namespace Bot.Channels;

/// <summary>A way to show cards to people without their having written just now: due cards, «ask later», a survey that went on elsewhere.</summary>
internal interface IChannel
{
    /// <summary>Name as in <see cref="ConversationKey.Channel"/>.</summary>
    string Name { get; }

    /// <summary>Whether a card would reach the person now; on some channels nobody can be written to first.</summary>
    bool Reaches(ConversationKey conversation) => true;

    /// <summary>Shows a card: edits <paramref name="editRef"/> or, where it is null or gone, sends a new message.</summary>
    Task<Delivery> ShowAsync(ConversationKey conversation, Card card, string? editRef, CancellationToken cancellationToken);

    /// <summary>Shows a card that nobody waits for (an invitation, a reminder) as a new message, behind the cards that people wait for.</summary>
    /// <param name="until">From then on it is not to be sent any more; null: whenever it can be.</param>
    /// <exception cref="OperationCanceledException">It was called off before it was sent.</exception>
    Task<Delivery> AnnounceAsync(ConversationKey conversation, Card card, DateTimeOffset? until, CancellationToken cancellationToken) =>
        ShowAsync(conversation, card, editRef: null, cancellationToken);

    /// <summary>How many such cards could go out within the time, less those that wait for their place already.</summary>
    int Room(TimeSpan within) => int.MaxValue;

    /// <summary>Until when such cards may not be sent, as the channel was told; in the past: they may.</summary>
    DateTimeOffset PausedUntil => DateTimeOffset.MinValue;

    /// <summary>Sends no such cards before then: another process, or this one before its start, was told so.</summary>
    void Pause(DateTimeOffset until)
    {
    }

    /// <summary>Says in a message of its own, beside the card, how far a long work is; best effort.</summary>
    /// <param name="noteRef">The message to put it in the place of; null: a new one.</param>
    /// <returns>What names the message; null where it was not sent, or where the channel cannot change one and says nothing.</returns>
    Task<string?> NoteAsync(ConversationKey conversation, Card note, string? noteRef, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Fetches a file that a person sent.</summary>
    /// <returns>Null where it cannot be had, or has more than <paramref name="most"/> bytes.</returns>
    Task<byte[]?> FetchAsync(string reference, int most, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);

    /// <summary>Sends a file that took long to make, to whoever is still there.</summary>
    Task SendFileAsync(ConversationKey conversation, Attachment file, string language, CancellationToken cancellationToken);
}
