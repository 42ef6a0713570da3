using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Bot.Channels.DirectLine.Protocol;
using Bot.Conversations;
using Bot.Survey.Dialogs;

namespace Bot.Channels.DirectLine;

/// <summary>Reads a message that a client sent.</summary>
internal static class SentActivity
{
    private const int IdLength = 64;

    /// <summary>What the person did; null where the message holds nothing.</summary>
    public static MessagePayload? Payload(Activity sent)
    {
        if (sent.Value is { ValueKind: JsonValueKind.String } value && value.GetString() is { } data && IsButtonData(data))
            return new MessagePayload.Press(data);
        if (!string.IsNullOrWhiteSpace(sent.Text))
            return new MessagePayload.Text(sent.Text);
        // Web Chat's own menu offers no files, other clients may: staff are told where to put theirs.
        if (sent.Attachments?.FirstOrDefault(a => a.ContentType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) != true) is { } file)
            return new MessagePayload.Document(new SentFile("", file.Name ?? ""));
        return sent.Attachments is { Count: > 0 } || sent.Value is not null ? new MessagePayload.Unsupported() : null;
    }

    /// <summary>
    /// The same when a client sends the same again: its own id, else a hash of what it wrote and when.
    /// A message with neither id nor time cannot be known again.
    /// </summary>
    public static string UpdateId(Activity sent)
    {
        if (sent.ChannelData?.ClientActivityId is { Length: > 0 } id)
            return id.Length <= IdLength ? id : Hash(id);
        var written = sent.Id is not null || sent.Timestamp is not null || sent.LocalTimestamp is not null;
        return written
            ? Hash(string.Create(CultureInfo.InvariantCulture, $"{sent.Id}\n{sent.Timestamp:O}\n{sent.LocalTimestamp}\n{sent.Text}\n{sent.Value}"))
            : Guid.NewGuid().ToString("N");
    }

    private static bool IsButtonData(string text) => text.Length is > 0 and <= CardLimits.ButtonData && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
