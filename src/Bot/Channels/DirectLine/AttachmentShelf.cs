using System.Security.Cryptography;
using Bot.Conversations;

namespace Bot.Channels.DirectLine;

/// <summary>
/// Files that were sent in the web chat, in memory until somebody has fetched them: 15 minutes, and no longer than there is room. Who knows the
/// address may fetch: 256 random bits that stand nowhere but in the conversation.
/// </summary>
internal sealed class AttachmentShelf(TimeProvider time)
{
    public static readonly TimeSpan Keep = TimeSpan.FromMinutes(15);
    private const int IdBytes = 32;
    private const long Room = 4L * Attachment.MostBytes;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Attachment> _files = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset Until)> _oldest = new();
    private long _taken;

    /// <summary>Takes a file.</summary>
    /// <returns>The id under which it is found.</returns>
    public string Put(Attachment file)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        lock (_lock)
        {
            _taken += file.Content.Length;
            Clear();
            _files.Add(id, file);
            _oldest.Enqueue((id, time.GetUtcNow() + Keep));
        }

        return id;
    }

    /// <summary>The file; null where there is none, or no longer.</summary>
    public Attachment? Find(string id)
    {
        lock (_lock)
        {
            Clear();
            return _files.GetValueOrDefault(id);
        }
    }

    private void Clear()
    {
        var now = time.GetUtcNow();
        while (_oldest.TryPeek(out var oldest) && (oldest.Until <= now || _taken > Room))
        {
            _oldest.Dequeue();
            if (_files.Remove(oldest.Id, out var file))
                _taken -= file.Content.Length;
        }
    }
}
