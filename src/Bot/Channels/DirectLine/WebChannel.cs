using Bot.Conversations;
using Bot.Survey.Dialogs;

namespace Bot.Channels.DirectLine;

/// <summary>Shows cards to people who have the web chat open.</summary>
internal sealed class WebChannel(DirectLineConversations conversations, DirectLineTurns turns) : IChannel
{
    public string Name => ChannelNames.Web;

    /// <summary>Only who has the chat on the screen.</summary>
    public bool Reaches(ConversationKey conversation) => conversations.WatchedBy(conversation.ChatId).Count > 0;

    /// <summary>A web chat has no messages to edit: the card comes as a new one. Whoever is away finds the current card on coming back.</summary>
    public async Task<Delivery> ShowAsync(ConversationKey conversation, Card card, string? editRef, CancellationToken cancellationToken)
    {
        string? shown = null;
        foreach (var open in conversations.WatchedBy(conversation.ChatId))
            shown = await turns.ShowAsync(open, card, cancellationToken);
        return new(DeliveryStatus.Shown, shown ?? editRef);
    }

    /// <summary>The file comes above the card, again as a new message. Who polls, or has just loaded the page again, finds it in the transcript.</summary>
    public async Task SendFileAsync(ConversationKey conversation, Attachment file, string language, CancellationToken cancellationToken)
    {
        foreach (var open in conversations.Of(conversation.ChatId))
            await turns.SendFileAsync(open, file, language, cancellationToken);
    }
}
