using Bot.Channels.Telegram;
using Microsoft.Extensions.Options;

namespace Bot.Invitations;

/// <summary>The bot's user name in Telegram: as configured, or as Telegram said once the channel has started.</summary>
internal sealed class BotName(IOptions<TelegramOptions> options)
{
    private volatile string? _value = options.Value.BotName;

    /// <summary>Without «@»; null while it is not known.</summary>
    public string? Value => _value;

    public void Learn(string name) => _value = name;
}
