using Bot.Conversations;
using Bot.Survey.Dialogs;

namespace Bot.Channels.Page;

/// <summary>A page shows nothing by itself: whoever opens it next finds the current card.</summary>
internal sealed class PageChannel : IChannel
{
    public string Name => ChannelNames.Page;

    public bool Reaches(ConversationKey conversation) => false;

    public Task<Delivery> ShowAsync(ConversationKey conversation, Card card, string? editRef, CancellationToken cancellationToken) =>
        Task.FromResult(new Delivery(DeliveryStatus.Shown, editRef));

    /// <summary>Files are for staff, who are on no page.</summary>
    public Task SendFileAsync(ConversationKey conversation, Attachment file, string language, CancellationToken cancellationToken) => Task.CompletedTask;
}
