using System.Text;
using Bot.Conversations.Turns;
using Bot.Hosting.Keys;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations;

/// <summary>Where people who consented can be reached; the addresses are encrypted.</summary>
internal sealed class ContactBook(ConversationStore store, KeyRings keys)
{
    // Before consent an address is held in memory only, to show a card that could not be shown at once.
    private const int Held = 1000;
    private readonly RecentMap<ConversationKey> _held = new(Held);

    /// <summary>Writes the address of the turn's conversation down; of a page, which shows nothing unasked, there is none.</summary>
    public async Task RememberAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Key.Channel == ChannelNames.Page)
            return;
        var stored = turn.IsKnown ? await store.ContactAsync(turn.Id, cancellationToken) : null;
        var contact = Contact(turn.Key, turn.Id, turn.Now);
        contact.OptedOutAt = stored?.OptedOutAt;
        turn.Add(new RowChange(stored, contact));
    }

    /// <summary>Writes the address of a staff member down who wants to be written to.</summary>
    public async Task KeepAsync(BotDbContext db, CommandContext who, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var contact = Contact(who.Conversation, who.ConversationId, now);
        if (await db.Contacts.FirstOrDefaultAsync(c => c.ConversationId == who.ConversationId, cancellationToken) is { } stored)
            (stored.Address, stored.BlockedAt, stored.UpdatedAt) = (contact.Address, null, now);
        else
            db.Contacts.Add(contact);
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
        return Read(contact, channel);
    }

    /// <summary>Where a contact is reached; null where that is not wanted, or cannot be read.</summary>
    public ConversationKey? Read(ContactRow contact, string channel) =>
        contact.BlockedAt is null && keys.Privacy.TryDecrypt(contact.Address, Encoding.ASCII.GetBytes(contact.ConversationId), out var address)
            ? new ConversationKey(channel, Encoding.UTF8.GetString(address))
            : null;

    private ContactRow Contact(ConversationKey key, string conversationId, DateTimeOffset now) => new()
    {
        ConversationId = conversationId,
        Address = keys.Privacy.Encrypt(Encoding.UTF8.GetBytes(key.ChatId), Encoding.ASCII.GetBytes(conversationId)),
        UpdatedAt = now,
    };
}
