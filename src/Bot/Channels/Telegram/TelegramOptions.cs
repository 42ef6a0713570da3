using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>Section <c>Telegram</c>: the bot's account and how fast it may write.</summary>
internal sealed class TelegramOptions : IValidatableObject
{
    public const string Section = "Telegram";

    /// <summary>Token of the bot, as @BotFather gave it. None (the default): the channel is off.</summary>
    [RegularExpression("^[0-9]+:[A-Za-z0-9_-]+$", ErrorMessage = "Telegram:Token must be digits, a colon, then letters, digits, _ or -.")]
    public string? Token { get; set; }

    /// <summary>Where the Bot API is: Telegram's own (the default) or a local Bot API server.</summary>
    public string ApiBaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary>Public address of <c>/telegram/webhook</c>. None (the default): updates are fetched by long polling.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>Secret that Telegram sends back with each update. Required with <see cref="WebhookUrl"/>.</summary>
    [RegularExpression("^[A-Za-z0-9_-]{1,256}$", ErrorMessage = "Telegram:WebhookSecret must be 1 to 256 letters, digits, _ or -.")]
    public string? WebhookSecret { get; set; }

    /// <summary>Updates that Telegram may deliver to the webhook at the same time. Default 40, Telegram's own.</summary>
    [Range(1, 100, ErrorMessage = "Telegram:MaxConnections must be 1 to 100.")]
    public int MaxConnections { get; set; } = 40;

    /// <summary>Messages per second over all chats, above which nothing but replies is sent. Default 30, Telegram's limit of a broadcast.</summary>
    [Range(1, 1000, ErrorMessage = "Telegram:MessagesPerSecond must be 1 to 1000.")]
    public int MessagesPerSecond { get; set; } = 30;

    /// <summary>Messages per second to one chat, in the long run. Default 1, Telegram's limit.</summary>
    [Range(1, 1000, ErrorMessage = "Telegram:ChatMessagesPerSecond must be 1 to 1000.")]
    public int ChatMessagesPerSecond { get; set; } = 1;

    /// <summary>Messages that a quiet chat may be sent at once. Default 30: a whole survey tapped without a pause.</summary>
    [Range(1, 1000, ErrorMessage = "Telegram:ChatBurst must be 1 to 1000.")]
    public int ChatBurst { get; set; } = 30;

    public bool IsOn => !string.IsNullOrEmpty(Token);

    public bool IsPolling => string.IsNullOrEmpty(WebhookUrl);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsWeb(ApiBaseUrl))
        {
            yield return new ValidationResult("Telegram:ApiBaseUrl must be an absolute http or https address.");
        }

        if (!IsPolling && !IsWeb(WebhookUrl))
        {
            yield return new ValidationResult("Telegram:WebhookUrl must be an absolute http or https address.");
        }

        if (!IsPolling && string.IsNullOrEmpty(WebhookSecret))
        {
            yield return new ValidationResult("Telegram:WebhookSecret is required with Telegram:WebhookUrl: 1 to 256 letters, digits, _ or -.");
        }
    }

    private static bool IsWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}

[OptionsValidator]
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>;
