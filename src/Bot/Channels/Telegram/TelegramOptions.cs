namespace Bot.Channels.Telegram;

/// <summary>Section <c>Telegram</c>: the bot's account and how fast it may write.</summary>
internal sealed class TelegramOptions
{
    public const string Section = "Telegram";

    /// <summary>Token of the bot, as @BotFather gave it. None (the default): the channel is off.</summary>
    public string? Token { get; set; }

    /// <summary>The bot's user name without «@», for links. None (the default): as Telegram says once it is reached.</summary>
    public string? BotName { get; set; }

    /// <summary>Where the Bot API is: Telegram's own (the default) or a local Bot API server.</summary>
    public string ApiBaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary>Public address of <c>/telegram/webhook</c>. None (the default): updates are fetched by long polling.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>Secret that Telegram sends back with each update. Required with <see cref="WebhookUrl"/>.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>Updates that Telegram may deliver to the webhook at the same time, 1 to 100. Default 40, Telegram's own.</summary>
    public int MaxConnections { get; set; } = 40;

    /// <summary>Messages per second over all chats, above which nothing but replies is sent. Default 30, Telegram's limit of a broadcast.</summary>
    public int MessagesPerSecond { get; set; } = 30;

    /// <summary>Messages per second to one chat, in the long run. Default 1, Telegram's limit.</summary>
    public int ChatMessagesPerSecond { get; set; } = 1;

    /// <summary>Messages that a quiet chat may be sent at once. Default 30: a whole survey tapped without a pause.</summary>
    public int ChatBurst { get; set; } = 30;

    public bool IsOn => !string.IsNullOrEmpty(Token);

    public bool IsPolling => string.IsNullOrEmpty(WebhookUrl);
}
