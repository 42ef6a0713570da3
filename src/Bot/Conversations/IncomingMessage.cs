namespace Bot.Conversations;

/// <summary>One thing a person did, as every channel reports it.</summary>
/// <param name="Conversation">Where.</param>
/// <param name="UpdateId">The channel's id of this update: the same on redelivery, not ordered.</param>
/// <param name="Payload">What.</param>
/// <param name="LanguageHint">The client's language code, if it says one.</param>
/// <param name="CardRef">The message whose button was pressed, as the channel knows it.</param>
internal sealed record IncomingMessage(ConversationKey Conversation, string UpdateId, MessagePayload Payload, string? LanguageHint = null, string? CardRef = null);

internal abstract record MessagePayload
{
    private MessagePayload() { }

    /// <summary>A typed text, commands («/start PAYLOAD») included.</summary>
    public sealed record Text(string Value) : MessagePayload;

    /// <summary>An answer typed into a field below a card: never a command, never a staff code.</summary>
    /// <param name="Value">The text.</param>
    /// <param name="On">Data of a button of that card; on any other card the answer is stale.</param>
    public sealed record Answer(string Value, string On) : MessagePayload;

    /// <summary>A button's data.</summary>
    public sealed record Press(string Data) : MessagePayload;

    /// <summary>A file, which only staff can send to good purpose.</summary>
    public sealed record Document(SentFile File) : MessagePayload;

    /// <summary>A photo, sticker, voice message, contact, location …</summary>
    public sealed record Unsupported : MessagePayload;

    /// <summary>The person blocked the bot or deleted the chat (true), or came back (false).</summary>
    public sealed record Blocked(bool Value) : MessagePayload;
}
