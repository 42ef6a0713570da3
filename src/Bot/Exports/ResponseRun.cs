using Bot.Conversations;

namespace Bot.Exports;

/// <summary>A file of responses that somebody waits for.</summary>
internal sealed class ResponseRun(ConversationKey conversation, long staff, string language)
{
    private long _written;
    private long _total;

    public ConversationKey Conversation => conversation;

    public long Staff => staff;

    public string Language => language;

    /// <summary>Responses in the file so far.</summary>
    public long Written
    {
        get => Volatile.Read(ref _written);
        set => Volatile.Write(ref _written, value);
    }

    /// <summary>Responses that there were when it began.</summary>
    public long Total
    {
        get => Volatile.Read(ref _total);
        set => Volatile.Write(ref _total, value);
    }
}
