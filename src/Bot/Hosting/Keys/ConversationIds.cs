using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Bot.Conversations;
using Microsoft.Extensions.Options;

namespace Bot.Hosting.Keys;

/// <summary>Names a conversation, and the person behind it, without saying who it is.</summary>
internal sealed class ConversationIds
{
    private const int HashBytes = 18;
    private readonly byte[] _key;

    public ConversationIds(IOptions<KeyOptions> options) => KeyText.TryReadKey(options.Value.RespondentKey, out _key);

    /// <summary>First letter of the channel's name, «-» and 24 characters of a keyed hash of channel and chat.</summary>
    public string Of(ConversationKey conversation) => $"{conversation.Channel[0]}-{Hash($"{conversation.Channel}\n{conversation.ChatId}")}";

    /// <summary>«r-» and 24 characters of a keyed hash of the pseudonym by which senders of invitations name a person.</summary>
    public string OfRecipient(string pseudonym) => "r-" + Hash("recipient\n" + pseudonym);

    private string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text), hash);
        return Base64Url.EncodeToString(hash[..HashBytes]);
    }
}
