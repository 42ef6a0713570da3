using System.Threading.Channels;

namespace Bot.Conversations;

/// <summary>Who has just become staff, or ceased to be, for a channel that shows staff other commands. In memory: what is lost is a menu.</summary>
internal sealed class StaffChanges
{
    private readonly Channel<(ConversationKey Conversation, StaffRole? Role)> _changes =
        Channel.CreateBounded<(ConversationKey, StaffRole?)>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <param name="conversation">Where the person writes.</param>
    /// <param name="role">Their role from now on; null: none.</param>
    public void Tell(ConversationKey conversation, StaffRole? role) => _changes.Writer.TryWrite((conversation, role));

    public IAsyncEnumerable<(ConversationKey Conversation, StaffRole? Role)> ReadAllAsync(CancellationToken cancellationToken) =>
        _changes.Reader.ReadAllAsync(cancellationToken);
}
