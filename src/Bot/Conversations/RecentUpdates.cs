using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Conversations;

/// <summary>The ids of the last updates of a conversation, as its row keeps them: newest first, separated by spaces.</summary>
internal static class RecentUpdates
{
    private const int Kept = 32;
    private const int LongestId = 40;

    /// <summary>An id that fits into the list: long or strange ones are hashed.</summary>
    public static string Id(string updateId) => updateId.Length is > 0 and <= LongestId && !updateId.Contains(' ', StringComparison.Ordinal)
        ? updateId
        : Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(updateId)).AsSpan(0, 16));

    public static bool Contains(string recent, string id)
    {
        foreach (var range in recent.AsSpan().Split(' '))
        {
            if (recent.AsSpan(range).SequenceEqual(id))
                return true;
        }

        return false;
    }

    public static string Add(string recent, string id)
    {
        if (recent.Length == 0)
            return id;
        var end = recent.Length;
        var spaces = 0;
        for (var i = 0; i < recent.Length; i++)
        {
            if (recent[i] == ' ' && ++spaces == Kept - 1)
            {
                end = i;
                break;
            }
        }

        return string.Concat(id, " ", recent.AsSpan(0, end));
    }
}
