namespace Bot.Invitations;

/// <summary>The bot's user name in Telegram: as configured (<c>Telegram:BotName</c>), or as Telegram said once the channel has started.</summary>
internal sealed class BotName(IConfiguration configuration)
{
    private volatile string? _value = configuration["Telegram:BotName"];

    /// <summary>Without «@»; null while it is not known.</summary>
    public string? Value => _value;

    public void Learn(string name) => _value = name;
}
