using System.Text;
using Bot.Conversations.Turns;
using Bot.Hosting.Keys;
using Bot.Persistence.Entities;

namespace Bot.Conversations;

/// <summary>Where people who consented can be reached; the addresses are encrypted.</summary>
internal sealed class ContactBook(ConversationStore store, KeyRings keys)
{
    // Before consent an address is held in memory only, to show a card that could not be shown at once.
    private const int Held = 1000;
    private readonly RecentMap<ConversationKey> _held = new(Held);

    /// <summary>Writes the address of the turn's conversation down.</summary>
    public async Task RememberAsync(Turn turn, CancellationToken cancellationToken)
    {
        var stored = turn.IsKnown ? await store.ContactAsync(turn.Id, cancellationToken) : null;
        turn.Add(new RowChange(stored, new ContactRow
        {
            ConversationId = turn.Id,
            Address = keys.Privacy.Encrypt(Encoding.UTF8.GetBytes(turn.Key.ChatId), Encoding.ASCII.GetBytes(turn.Id)),
            OptedOutAt = stored?.OptedOutAt,
            UpdatedAt = turn.Now,
        }));
    }

    /// <summary>The person blocked the bot, or came back; nothing where there is no contact.</summary>
    public async Task BlockAsync(Turn turn, bool blocked, CancellationToken cancellationToken)
    {
        if (await store.ContactAsync(turn.Id, cancellationToken) is not { } stored || stored.BlockedAt is not null == blocked)
            return;
        var contact = stored.Copy();
        contact.BlockedAt = blocked ? turn.Now : null;
        turn.Add(new RowChange(stored, contact));
    }

    /// <summary>Holds the address in memory.</summary>
    public void Hold(string conversationId, ConversationKey key) => _held.Set(conversationId, key);

    /// <summary>Where to reach a conversation now; null where that is not known or not wanted.</summary>
    public async Task<ConversationKey?> FindAsync(string conversationId, string channel, CancellationToken cancellationToken)
    {
        if (await store.ContactAsync(conversationId, cancellationToken) is not { } contact)
            return _held.TryGet(conversationId, out var held) ? held : null;
        return contact.BlockedAt is null && keys.Privacy.TryDecrypt(contact.Address, Encoding.ASCII.GetBytes(conversationId), out var address)
            ? new ConversationKey(channel, Encoding.UTF8.GetString(address))
            : null;
    }
}
