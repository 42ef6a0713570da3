using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        List<string> faults = [.. Texts(options), .. Numbers(options)];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Texts(TelegramOptions options)
    {
        if (options.IsOn && !TokenForm.IsMatch(options.Token!))
        {
            yield return "Telegram:Token must be digits, a colon, then letters, digits, _ or -.";
        }

        if (!IsWeb(options.ApiBaseUrl))
        {
            yield return $"Telegram:ApiBaseUrl must be an absolute http or https address, but is «{options.ApiBaseUrl}».";
        }

        if (!options.IsPolling && !IsWeb(options.WebhookUrl))
        {
            yield return $"Telegram:WebhookUrl must be an absolute http or https address, but is «{options.WebhookUrl}».";
        }

        if (string.IsNullOrEmpty(options.WebhookSecret) ? !options.IsPolling : !SecretForm.IsMatch(options.WebhookSecret))
        {
            yield return "Telegram:WebhookSecret must be 1 to 256 letters, digits, _ or -, and is required with Telegram:WebhookUrl.";
        }
    }

    private static IEnumerable<string> Numbers(TelegramOptions options) =>
        from number in new[]
        {
            (Name: "MaxConnections", Value: options.MaxConnections, Most: 100),
            (Name: "MessagesPerSecond", Value: options.MessagesPerSecond, Most: 1000),
            (Name: "ChatMessagesPerSecond", Value: options.ChatMessagesPerSecond, Most: 1000),
            (Name: "ChatBurst", Value: options.ChatBurst, Most: 1000),
        }
        where number.Value < 1 || number.Value > number.Most
        select $"Telegram:{number.Name} must be 1 to {number.Most}, but is {number.Value}.";

    private static bool IsWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    [GeneratedRegex("^[0-9]+:[A-Za-z0-9_-]+$")]
    private static partial Regex TokenForm { get; }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex SecretForm { get; }
}
