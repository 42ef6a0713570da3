using System.Text;
using System.Text.Unicode;
using Bot.Conversations;
using Bot.Survey.Dialogs;

namespace Bot.Channels.Telegram;

internal enum UpdateKind
{
    Other,
    Message,
    Edited,
    Press,
    Membership,
}

/// <summary>The parts of an update while it is read.</summary>
internal struct UpdateParts
{
    public long UpdateId;
    public UpdateKind Kind;
    public long ChatId;
    public bool IsPrivate;
    public string? Said;
    public string? LanguageHint;
    public string? CallbackId;
    public long? MessageId;
    public string? FileId;
    public string? FileName;

    public readonly TelegramUpdate ToUpdate() =>
        IsPrivate && ChatId != 0 ? new(UpdateId, ChatId, Payload(), LanguageHint, CallbackId, MessageId) : new(UpdateId, CallbackId: CallbackId);

    // A forwarded text is a text. A press without data is a game's button, which is none of ours.
    private readonly MessagePayload? Payload() => Kind switch
    {
        UpdateKind.Message when Said is not null => new MessagePayload.Text(Said),
        UpdateKind.Message when FileId is not null => new MessagePayload.Document(new SentFile(FileId, FileName ?? "")),
        UpdateKind.Message or UpdateKind.Edited => new MessagePayload.Unsupported(),
        UpdateKind.Press when Said is not null => new MessagePayload.Press(Cap(Said)),
        UpdateKind.Membership when Said is "kicked" or "left" => new MessagePayload.Blocked(true),
        UpdateKind.Membership when Said is "member" => new MessagePayload.Blocked(false),
        _ => null,
    };

    /// <summary>What a button can hold: longer data is forged, and nobody shall have to carry it.</summary>
    private static string Cap(string data)
    {
        if (data.Length <= CardLimits.ButtonData && Encoding.UTF8.GetByteCount(data) <= CardLimits.ButtonData)
        {
            return data;
        }

        Span<byte> head = stackalloc byte[CardLimits.ButtonData];
        Utf8.FromUtf16(data, head, out var charsRead, out _);
        return data[..charsRead];
    }
}
