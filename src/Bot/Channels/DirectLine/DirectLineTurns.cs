using Bot.Channels.DirectLine.Protocol;
using Bot.Conversations;
using Bot.Conversations.Sharing;
using Bot.Hosting.Keys;
using Bot.Survey.Dialogs;

namespace Bot.Channels.DirectLine;

/// <summary>Runs the turns of open conversations and writes what they say into the transcripts.</summary>
internal sealed partial class DirectLineTurns(
    IConversationRunner runner, IConversationBus bus, ConversationIds ids, CardActivities activities, AttachmentHandler attachments, IHostApplicationLifetime lifetime, ILogger<DirectLineTurns> logger)
{
    // A client that goes away does not stop its turn: it may be saved already, and must then be shown.
    private CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>
    /// Sees to it that somebody who comes (back) finds the current card: a new conversation, or one that this process does not know (any more),
    /// shows it, or begins with <c>/start</c>.
    /// </summary>
    /// <param name="conversation">Where.</param>
    /// <param name="start">An unused start payload; null: none.</param>
    /// <param name="locale">The language of the page.</param>
    /// <param name="watermark">What the client has seen.</param>
    public async Task OpenAsync(DirectLineConversation conversation, string? start, string? locale, long? watermark)
    {
        await conversation.Turn.WaitAsync(Stopping);
        try
        {
            if (conversation.Transcript.Covers(watermark))
                return;
            conversation.Transcript.SkipTo(watermark);
            // The payload's update id is the conversation's: it is used once, however often its token is.
            var reply = start is null
                ? await runner.ShowAsync(conversation.Key, Stopping)
                : await SayAsync($"/start {start}", conversation.Id);
            if (reply.Card is null)
                reply = await SayAsync("/start", Guid.NewGuid().ToString("N"));
            conversation.NewestCard = null;
            Append(conversation, reply.Card);
        }
        finally
        {
            conversation.Turn.Release();
        }

        Task<TurnReply> SayAsync(string text, string updateId) =>
            RunAsync(conversation, new(conversation.Key, updateId, new MessagePayload.Text(text), locale));
    }

    /// <summary>Takes a message. Returns the id of its echo, null where there were too many.</summary>
    /// <param name="origin">The program's address as the client knows it.</param>
    public async Task<string?> PostAsync(DirectLineConversation conversation, Activity sent, MessagePayload payload, Uri origin)
    {
        await conversation.Turn.WaitAsync(Stopping);
        try
        {
            if (!conversation.TryTakeMessage())
                return null;
            conversation.Origin = origin;
            var (updateId, read) = (SentActivity.UpdateId(sent), conversation.NewestCard);
            var reply = await RunAsync(conversation, new(conversation.Key, updateId, payload, sent.Locale));
            var echo = conversation.Transcript.Find(sent.ChannelData?.ClientActivityId);
            if (echo is null)
            {
                echo = conversation.Transcript.Append(number => activities.Echo(sent, conversation, number));
                conversation.NewestCard = null;
            }

            if (reply is { Attachment: { IsPicture: true } picture, Card: { } illustrated })
                Append(conversation, picture, illustrated, CardActivities.SameCard(read, illustrated), origin);
            else if (reply is { Attachment: { } file, Card: { } card })
                Append(conversation, file, card.Language, origin);
            Append(conversation, reply.Card);
            return echo.Id;
        }
        finally
        {
            conversation.Turn.Release();
        }
    }

    /// <summary>Shows a card that nobody asked for just now.</summary>
    public async Task<string?> ShowAsync(DirectLineConversation conversation, Card card, CancellationToken cancellationToken)
    {
        await conversation.Turn.WaitAsync(cancellationToken);
        try
        {
            return Append(conversation, card);
        }
        finally
        {
            conversation.Turn.Release();
        }
    }

    /// <summary>Sends a file that was asked for some time ago.</summary>
    public async Task SendFileAsync(DirectLineConversation conversation, Conversations.Attachment file, string language, CancellationToken cancellationToken)
    {
        await conversation.Turn.WaitAsync(cancellationToken);
        try
        {
            if (conversation.Origin is not { } origin)
                return;
            if (conversation.NewestCard is { } card)
                Append(conversation, file, card, isRead: true, origin);
            else
                Append(conversation, file, language, origin);
        }
        finally
        {
            conversation.Turn.Release();
        }
    }

    /// <summary>Shows the current card whenever the survey goes on elsewhere: in another window, on another replica or channel.</summary>
    public IDisposable Follow(DirectLineConversation conversation) => bus.Subscribe(ids.Of(conversation.Key), () =>
    {
        if (!conversation.IsTurning)
            _ = CatchUpAsync(conversation);
    });

    private async Task CatchUpAsync(DirectLineConversation conversation)
    {
        // Whoever reports the change still holds the conversation.
        await Task.Yield();
        try
        {
            await conversation.Turn.WaitAsync(Stopping);
            try
            {
                Append(conversation, (await runner.ShowAsync(conversation.Key, Stopping)).Card);
            }
            finally
            {
                conversation.Turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops; the card is found on coming back.
        }
        catch (Exception e)
        {
            Log.CatchUpFailed(logger, e);
        }
    }

    private async Task<TurnReply> RunAsync(DirectLineConversation conversation, IncomingMessage message)
    {
        conversation.IsTurning = true;
        try
        {
            return await runner.RunAsync(message, Stopping);
        }
        finally
        {
            conversation.IsTurning = false;
        }
    }

    private string? Append(DirectLineConversation conversation, Card? card)
    {
        if (card is null || CardActivities.SameCard(conversation.NewestCard, card))
            return null;
        return Shown(conversation, card, conversation.Transcript.Append(number => activities.Show(card, conversation, number)));
    }

    // On a small screen a picture above its card would be out of sight, and a late file above its card would tell of what has come already.
    private void Append(DirectLineConversation conversation, Conversations.Attachment file, Card card, bool isRead, Uri origin)
    {
        var address = attachments.Offer(file, origin);
        Shown(conversation, card, conversation.Transcript.Append(number => activities.Attach(file, address, card, isRead, conversation, number)));
    }

    private string? Shown(DirectLineConversation conversation, Card card, Activity shown)
    {
        conversation.NewestCard = card;
        runner.CardShown(conversation.Key, shown.Id!);
        return shown.Id;
    }

    // Above the card, whose buttons would vanish with whatever came after it.
    private void Append(DirectLineConversation conversation, Conversations.Attachment file, string language, Uri origin)
    {
        var address = attachments.Offer(file, origin);
        conversation.Transcript.Append(number => activities.Attach(file, address, language, conversation, number));
        conversation.NewestCard = null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A card that changed elsewhere could not be shown; the next change shows it.")]
        public static partial void CatchUpFailed(ILogger logger, Exception exception);
    }
}
