using Bot.Channels;
using Bot.Conversations;
using Bot.Persistence;
using Bot.Persistence.Entities;

namespace Bot.Invitations.Sending;

/// <summary>The way of one message from its claim to the channel's answer.</summary>
internal sealed partial class MessageFlight(
    IEnumerable<IChannel> channels, ContactBook contacts, InvitationCards cards, SendingPause pause, QuietHours quiet, TimeProvider time, ILogger<MessageFlight> logger)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private readonly IChannel _channel = channels.First(c => ChannelNames.WritesFirst(c.Name));

    /// <summary>How many messages could leave soon; none in quiet hours and while the channel wants to be left alone.</summary>
    public async Task<int> RoomAsync(CancellationToken cancellationToken)
    {
        await pause.ShareAsync(_channel, cancellationToken);
        var now = time.GetUtcNow();
        return quiet.Contain(now) || _channel.PausedUntil > now ? 0 : _channel.Room(Ahead);
    }

    /// <summary>Sends a message that was claimed; never fails.</summary>
    public async Task<MessageFate> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.Contact is not { } contact || contacts.Read(contact, _channel.Name) is not { } address)
            return new MessageFate(MessageState.Failed);
        var quietFrom = quiet.NextFrom(time.GetUtcNow());
        var until = quietFrom < message.Invitation.ExpiresAt ? quietFrom : message.Invitation.ExpiresAt;
        try
        {
            return FateOf(await _channel.AnnounceAsync(address, cards.Of(message), until, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new MessageFate(MessageState.Due);
        }
        catch (Exception fault)
        {
            Log.Failed(logger, fault);
            return new MessageFate(MessageState.Unknown);
        }
    }

    private MessageFate FateOf(Delivery delivery) => delivery switch
    {
        { Status: DeliveryStatus.Shown } => new MessageFate(MessageState.Delivered),
        { Status: DeliveryStatus.Gone } => new MessageFate(MessageState.Blocked),
        { IsRefused: true } => new MessageFate(MessageState.Failed),
        { MayHaveArrived: true } => new MessageFate(MessageState.Unknown),
        _ => new MessageFate(MessageState.Due, Microseconds.Truncate(delivery.NotBefore ?? time.GetUtcNow() + Rest)),
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Whether an invitation was sent is not known; it is not sent again.")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
